-- all.poor
select "unit"."poor", count(*) as "rows" from "analysis_file" as "unit" group by "unit"."poor";

-- all.size.poor
select "unit"."size", "unit"."poor", count(*) as "rows" from "analysis_file" as "unit" group by "unit"."size", "unit"."poor";

-- bundesland.poor
select "place"."value", "unit"."poor", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_1" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."poor";

-- bundesland.size.poor
select "place"."value", "unit"."size", "unit"."poor", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_1" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."size", "unit"."poor";
