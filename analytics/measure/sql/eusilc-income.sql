-- all.income
select "unit"."income", count(*) as "rows" from "analysis_file" as "unit" group by "unit"."income";

-- all.size.income
select "unit"."size", "unit"."income", count(*) as "rows" from "analysis_file" as "unit" group by "unit"."size", "unit"."income";

-- all.income_4
select "unit"."income_4", count(*) as "rows" from "analysis_file" as "unit" group by "unit"."income_4";

-- bundesland.income
select "place"."value", "unit"."income", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_1" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."income";

-- bundesland.income_4
select "place"."value", "unit"."income_4", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_1" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."income_4";

-- bundesland
select "place"."value", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_1" as "place" on "place"."key" = "unit"."region" group by "place"."value";

-- bundesland.sum-equivalised
select "place"."value", cast(least(greatest(coalesce(sum("unit"."sum-equivalised"), 0), -4503599627370496), 4503599627370496) as bigint) as "total" from "analysis_file" as "unit" inner join "region_level_1" as "place" on "place"."key" = "unit"."region" group by "place"."value";

-- all.size
select "unit"."size", count(*) as "rows" from "analysis_file" as "unit" group by "unit"."size";

-- all.size.sum-equivalised
select "unit"."size", cast(least(greatest(coalesce(sum("unit"."sum-equivalised"), 0), -4503599627370496), 4503599627370496) as bigint) as "total" from "analysis_file" as "unit" group by "unit"."size";
