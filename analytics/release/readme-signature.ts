/** How to verify the signature without this program; a test runs these very lines. */
export const SIGNATURE_CHECK = `Hoe controleert u de handtekening?
signature.json is een handtekening (Ed25519) van wie deze map maakte. Haar tekst is: de regel "voorzicht bundle 1", en
daarna een regel met de sha256 van manifest.json. U hebt de openbare sleutel van de maker nodig. Neem die niet uit de bron
van deze map, maar vraag haar aan de maker zelf. voorzicht publish controleert de handtekening altijd.
Zonder voorzicht, in deze map, met openssl 3 en de openbare sleutel in ../maker.pem:
  printf 'voorzicht bundle 1\\n%s\\n' "$(openssl dgst -sha256 -r manifest.json | cut -c1-64)" > ../bericht.txt
  sed -n 's/.*"signature": "\\(.*\\)".*/\\1/p' signature.json | openssl base64 -d -A > ../handtekening.bin
  openssl pkeyutl -verify -pubin -inkey ../maker.pem -rawin -in ../bericht.txt -sigfile ../handtekening.bin
Het antwoord moet zijn: Signature Verified Successfully. Bij "key" in signature.json staat de sha256 van de sleutel:
  openssl pkey -pubin -in ../maker.pem -outform DER | openssl dgst -sha256
`;
