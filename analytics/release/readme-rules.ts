/**
 * The rules of output checking: those that hold in the bundle by the way it is made, the one that does not, and those that
 * hold for what is shown of it afterwards (reconcile/share.ts). A checker must be able to tell them apart.
 * @param numbers what the measurement files hold, in Dutch
 */
export function rulesText(numbers: string): string {
	return `Aan welke regels voldoet deze map?
Door de manier waarop zij is gemaakt:
- De meetbestanden bevatten alleen ${numbers} met ruis:
  gehele getallen, en codes uit openbare lijsten.
- Elke cel van de openbare lijsten staat erin, ook als er niemand in valt. Uit een regel die ontbreekt is dus niets af te
  leiden.
- Er zijn geen minimum, maximum, percentiel of restant van een model.
- Er zijn geen sleutels van personen, huishoudens of adressen, en geen records.
- Niets is weggelaten, afgerond of samengevoegd op grond van een exacte telling. De ruis is de bescherming.

Welke regel geldt in deze map niet?
- De ondergrens van 10 per cel. Ook getallen onder 10 en onder nul staan erin. Weglaten op grond van de exacte telling zou
  juist iets verraden, en weglaten op grond van de ruis zou totalen scheef maken. Wie met deze map rekent
  (voorzicht estimate), ziet ook zulke getallen.

Aan welke regels voldoet wat er daarna van wordt getoond?
Het dashboard toont een aandeel alleen als aan al deze regels is voldaan:
- De noemer is na ruis ten minste 20, en ten minste drie keer zo groot als zijn standaardfout.
- De ruis is klein genoeg: telt niemand mee, dan is te zeggen dat het aandeel minder dan de helft is.
- Aan beide kanten zijn het er na ruis ten minste 10: ten minste 10 die meetellen, en ten minste 10 die niet meetellen. Zijn het
  er minder, dan staat er alleen waar het aandeel onder of boven ligt, nooit dichter bij het einde dan 10 die meetellen of niet.
Alleen de getallen met ruis beslissen daarover; het dashboard heeft geen andere.
`;
}
