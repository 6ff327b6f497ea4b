-- land.benefit.month
select "place"."value", "unit"."benefit", "unit"."month", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_0" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."benefit", "unit"."month";

-- provincie.benefit.month
select "place"."value", "unit"."benefit", "unit"."month", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_1" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."benefit", "unit"."month";
