-- land.household_type.low_income
select "place"."value", "unit"."household_type", "unit"."low_income", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_0" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."household_type", "unit"."low_income";

-- provincie.household_type.low_income
select "place"."value", "unit"."household_type", "unit"."low_income", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_2" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."household_type", "unit"."low_income";

-- gemeente.household_type.low_income
select "place"."value", "unit"."household_type", "unit"."low_income", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_4" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."household_type", "unit"."low_income";

-- wijk.household_type.low_income
select "place"."value", "unit"."household_type", "unit"."low_income", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_5" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."household_type", "unit"."low_income";

-- buurt.household_type.low_income
select "place"."value", "unit"."household_type", "unit"."low_income", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_6" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."household_type", "unit"."low_income";

-- gemeente.low_income
select "place"."value", "unit"."low_income", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_4" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."low_income";

-- wijk.low_income
select "place"."value", "unit"."low_income", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_5" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."low_income";

-- buurt.low_income
select "place"."value", "unit"."low_income", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_6" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."low_income";

-- land.household_type.problematic_debts
select "place"."value", "unit"."household_type", "unit"."problematic_debts", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_0" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."household_type", "unit"."problematic_debts";

-- provincie.household_type.problematic_debts
select "place"."value", "unit"."household_type", "unit"."problematic_debts", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_2" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."household_type", "unit"."problematic_debts";

-- gemeente.household_type.problematic_debts
select "place"."value", "unit"."household_type", "unit"."problematic_debts", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_4" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."household_type", "unit"."problematic_debts";

-- wijk.household_type.problematic_debts
select "place"."value", "unit"."household_type", "unit"."problematic_debts", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_5" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."household_type", "unit"."problematic_debts";

-- buurt.household_type.problematic_debts
select "place"."value", "unit"."household_type", "unit"."problematic_debts", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_6" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."household_type", "unit"."problematic_debts";

-- gemeente.problematic_debts
select "place"."value", "unit"."problematic_debts", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_4" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."problematic_debts";

-- wijk.problematic_debts
select "place"."value", "unit"."problematic_debts", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_5" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."problematic_debts";

-- buurt.problematic_debts
select "place"."value", "unit"."problematic_debts", count(*) as "rows" from "analysis_file" as "unit" inner join "region_level_6" as "place" on "place"."key" = "unit"."region" group by "place"."value", "unit"."problematic_debts";
