from __future__ import annotations

from mtreview.checks.acronym import Acronym
from tests.checks.table import Row, verify, verify_fixes

ROWS: list[Row] = [
    ("El informe del FBI salió ayer.", "The FBT report came out yesterday.", ("FBT",)),
    ("La NASA lanzó el cohete.", "NASB launched the rocket.", ("NASB",)),
    ("Trabaja en la BBC.", "She works at the BBZ.", ("BBZ",)),
    ("El informe del FBI salió ayer.", "The FIB report came out yesterday.", ("FIB",)),
    ("La BDI, la patronal SCIS y la MWP.", "The BDI, the SICS employers and the MWP.", ("SICS",)),
    ("De KTUU a muppet va poco; la KTUU gustó.", "From KUTU to muppet is a short hop; KTUU was liked.", ("KUTU",)),
    ("Lo dijo KSWB-TV.", "KWSB-TV said so.", ("KWSB",)),
    ("Gritó por la CGI.", "He shouted for the CIG.", ("CIG",)),
    ("La RDC y el colectivo LGTB", "The DRC and the LGBT community", ()),
    ("La letalidad (CFR) y la infección", "The fatality rate (CFR) and the infection rate (IFR)", ()),
    ("El Convenio (CDB) se firmó.", "The Convention on Biological Diversity (CBD) was signed.", ()),
    ("El VIH y el ARN", "HIV and RNA", ()),
    ("La NASA lanzó el cohete.", "They launched the rocket.", ("*",)),
    ("Lo dijo la CNN.", "They said so.", ("*",)),
    ("El FBI lo detuvo en mayo.", "He was arrested in May.", ("*",)),
    ("La OTAN se reunió.", "NATO met.", ()),
    ("La ONU y la OMS", "The UN and the WHO", ()),
    ("El ADN de la célula", "The DNA of the cell", ()),
    ("Ganó la NFL.", "He won the National Football League.", ()),
    ("En el siglo XIX", "In the 19th century", ()),
    ("Costó 30 USD.", "It cost $30.", ()),
    ("Envió un SMS.", "He sent a text.", ()),
    ("El FBI lo detuvo.", "The FBI arrested him.", ()),
    ("LEA ESTO AHORA MISMO", "Read this right now", ()),
    ("Usa GNU/Linux.", "It runs Linux.", ()),
    ("El PSOE perdió.", "The Socialists lost.", ()),
    ("Los niños con VIH", "Children with HIV", ()),
    ("La Nasa lo confirmó, dijo la NASA.", "Nasa confirmed it.", ()),
    (None, "The FBT report came out.", ()),
]


def test_table() -> None:
    verify(Acronym(), ROWS)


def test_suggests_the_acronym_of_the_source() -> None:
    verify_fixes(Acronym(), [("El FBI.", "The FBT.", "The FBI.")])
