-- all.status
select "unit"."status", count(*) as "rows" from "analysis_file" as "unit" group by "unit"."status";

-- all.age.sex.status
select "unit"."age", "unit"."sex", "unit"."status", count(*) as "rows" from "analysis_file" as "unit" group by "unit"."age", "unit"."sex", "unit"."status";

-- bundesland.status
select "place"."value", "unit"."status", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_1" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."status";

-- bundesland.age.status
select "place"."value", "unit"."age", "unit"."status", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_1" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."age", "unit"."status";

-- bundesland.age.sex.status
select "place"."value", "unit"."age", "unit"."sex", "unit"."status", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_1" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."age", "unit"."sex", "unit"."status";
