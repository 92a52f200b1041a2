"""Units as papers print them, and the one symbol or singular that the record writes for each."""

from __future__ import annotations

import re

# Symbol, then the forms that are printed; those with a capital or a sign are taken as they stand.
FORMS = {
    "km2": "square kilometers|square kilometer|square kilometres|square kilometre|sq km|sq. km|square km|km2|km²",
    "m2": "square meters|square meter|square metres|square metre|sq m|m²",
    "mi2": "square miles|square mile|sq miles|sq mi",
    "ft2": "square feet|square foot|sq ft",
    "ha": "hectares|hectare",
    "acre": "acres|acre",
    "m3": "cubic meters|cubic meter|cubic metres|cubic metre|cu m|m³",
    "km/h": "kilometers per hour|kilometres per hour|kilometers an hour|kilometres an hour|km/h|kph|kmh",
    "mph": "miles per hour|miles an hour|mph",
    "km": "kilometers|kilometer|kilometres|kilometre|kms|km",
    "m": "meters|meter|metres|metre",
    "cm": "centimeters|centimeter|centimetres|centimetre|cm",
    "mm": "millimeters|millimeter|millimetres|millimetre|mm",
    "nmi": "nautical miles|nautical mile",
    "mi": "miles|mile",
    "ft": "feet|foot|ft",
    "in": "inches|inch",
    "yd": "yards|yard",
    "t": "metric tons|metric ton|tonnes|tonne",
    "ton": "tons|ton",
    "kg": "kilograms|kilogram|kilogrammes|kilogramme|kilos|kilo|kg",
    "g": "grams|gram|grammes|gramme",
    "lb": "pounds of|lbs|lb",
    "oz": "ounces|ounce",
    "bbl/day": "barrels per day|barrels a day|barrel-per-day|bpd",
    "bbl": "barrels|barrel",
    "l": "liters|liter|litres|litre",
    "gal": "gallons|gallon",
    "kW": "kilowatts|kilowatt|kW",
    "MW": "megawatts|megawatt|MW",
    "GW": "gigawatts|gigawatt|GW",
    "kWh": "kilowatt-hours|kilowatt hours|kWh",
    "MWh": "megawatt-hours|megawatt hours|MWh",
    "kt": "kilotons|kiloton|kilotonnes",
    "°C": "degrees Celsius|degrees C|°C|C",
    "°F": "degrees Fahrenheit|degrees F|°F|F",
    "°": "degrees|degree",
    "second": "seconds|second",
    "minute": "minutes|minute|mins|min",
    "hour": "hours|hour|hrs|hr",
    "day": "days|day",
    "week": "weeks|week",
    "month": "months|month",
    "year": "years|year|yrs|yr",
    "decade": "decades|decade",
    "century": "centuries|century",
    "pp": "percentage points|percentage point|percentage-point",
    "bp": "basis points|basis point",
    "%": "per cent|percent|pct|%",
    "USD": "US dollars|U.S. dollars|dollars|dollar",
    "EUR": "euros|euro",
    "cent": "cents|cent|pence",
    "GBP": "pounds sterling|British pounds",
    "RUB": "Russian rubles|rubles|ruble|roubles|rouble",
    "UAH": "hryvnias|hryvnia|hryvnyas",
    "CNY": "yuan|renminbi",
    "JPY": "yen",
    "INR": "rupees|rupee",
    "ILS": "shekels|shekel",
    "IRR": "rials|rial",
    "CHF": "Swiss francs|francs|franc",
    "PLN": "zlotys|zloty|zlotych",
    "TRY": "lira|liras",
    "member": "member|person|man",
    "point": "point",
}
# Those that count only before a noun ("a 22-point plan", "a five-member team"); after a number alone they are nouns.
ATTRIBUTIVE = frozenset({"member", "point", "m3"})
CURRENCIES = {
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "R$": "BRL",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₴": "UAH",
    "₹": "INR",
    "₪": "ILS",
    "₩": "KRW",
    "₺": "TRY",
}
SYMBOL_OF = {form: symbol for symbol, forms in FORMS.items() for form in forms.split("|")}


def _alternatives(forms: list[str]) -> str:
    return "|".join(re.escape(form).replace(r"\ ", r"[ \u00a0-]") for form in sorted(forms, key=len, reverse=True))


UNIT = rf"(?:(?:{_alternatives([form for form in SYMBOL_OF if form[0].isalpha()])})(?![\w²³])|%|°[CF]|°)"
CURRENCY = "(?:" + "|".join(re.escape(sign) for sign in sorted(CURRENCIES, key=len, reverse=True)) + ")"


def symbol(printed: str) -> str | None:
    """The symbol of a printed unit: "square kilometres" is km2, "hours" hour; null for what is no unit.

    >>> symbol("square kilometres"), symbol("Barrels"), symbol("fish")
    ('km2', 'bbl', None)
    """
    plain = " ".join(printed.replace("\u00a0", " ").replace("-", " ").split())
    spelled = {plain, plain.lower(), printed}
    return next((SYMBOL_OF[form] for form in spelled if form in SYMBOL_OF), None)
