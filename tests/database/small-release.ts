/** Two regions, and a specification of a small release over them; the records are made by whoever uses it. */
export const REGIONS = 'code,parent,name,level\nNL,,Nederland,land\nA,NL,Aa,gemeente\nB,NL,Bee,gemeente\n';

export const GOOD = `id: small
source: { kind: table, file: people.csv, unit: household }
unit: { kind: household, contribution: 1 }
period: '2023'
attributes:
  region: { tree: regions.csv, column: place }
  sex: { column: sex, codes: [m, v] }
  poor: { column: income, below: 100 }
tables:
  - { level: gemeente, by: [sex, poor] }
  - { by: [poor] }
indicators:
  - id: arm
    attribute: poor
    is: ['yes']
    label: { nl: Arm, en: Poor }
    description: { nl: Arm, en: Poor }
budget: { rho: '0.1' }
`;
