// currency_table.hpp: the codes in byte order, each with its decimals.
#pragma once

#include <array>

#include "recoup/money/currency.hpp"

namespace recoup {

// ISO 4217:2015 List One as amended to 2026; the codes that statements of the last twenty-five
// years still carry (HRK, SLL, ZWL, ANG); and of List Three those in hundredths that the euro
// replaced. Codes without a minor unit (XAU, XDR, XXX) are left out: an amount in them is no count
// of anything.
inline constexpr std::array<Currency, 184> currency_table = {{
    known_currency("AED", 2), known_currency("AFN", 2),  known_currency("ALL", 2),
    known_currency("AMD", 2), known_currency("ANG", 2),  known_currency("AOA", 2),
    known_currency("ARS", 2), known_currency("ATS", 2),  known_currency("AUD", 2),
    known_currency("AWG", 2), known_currency("AZN", 2),  known_currency("BAM", 2),
    known_currency("BBD", 2), known_currency("BDT", 2),  known_currency("BGN", 2),
    known_currency("BHD", 3), known_currency("BIF", 0),  known_currency("BMD", 2),
    known_currency("BND", 2), known_currency("BOB", 2),  known_currency("BOV", 2),
    known_currency("BRL", 2), known_currency("BSD", 2),  known_currency("BTC", 8),
    known_currency("BTN", 2), known_currency("BWP", 2),  known_currency("BYN", 2),
    known_currency("BZD", 2), known_currency("CAD", 2),  known_currency("CDF", 2),
    known_currency("CHE", 2), known_currency("CHF", 2),  known_currency("CHW", 2),
    known_currency("CLF", 4), known_currency("CLP", 0),  known_currency("CNY", 2),
    known_currency("COP", 2), known_currency("COU", 2),  known_currency("CRC", 2),
    known_currency("CUP", 2), known_currency("CVE", 2),  known_currency("CYP", 2),
    known_currency("CZK", 2), known_currency("DEM", 2),  known_currency("DJF", 0),
    known_currency("DKK", 2), known_currency("DOP", 2),  known_currency("DZD", 2),
    known_currency("EEK", 2), known_currency("EGP", 2),  known_currency("ERN", 2),
    known_currency("ETB", 2), known_currency("ETH", 18), known_currency("EUR", 2),
    known_currency("FIM", 2), known_currency("FJD", 2),  known_currency("FKP", 2),
    known_currency("FRF", 2), known_currency("GBP", 2),  known_currency("GEL", 2),
    known_currency("GHS", 2), known_currency("GIP", 2),  known_currency("GMD", 2),
    known_currency("GNF", 0), known_currency("GTQ", 2),  known_currency("GYD", 2),
    known_currency("HKD", 2), known_currency("HNL", 2),  known_currency("HRK", 2),
    known_currency("HTG", 2), known_currency("HUF", 2),  known_currency("IDR", 2),
    known_currency("IEP", 2), known_currency("ILS", 2),  known_currency("INR", 2),
    known_currency("IQD", 3), known_currency("IRR", 2),  known_currency("ISK", 0),
    known_currency("JMD", 2), known_currency("JOD", 3),  known_currency("JPY", 0),
    known_currency("KES", 2), known_currency("KGS", 2),  known_currency("KHR", 2),
    known_currency("KMF", 0), known_currency("KPW", 2),  known_currency("KRW", 0),
    known_currency("KWD", 3), known_currency("KYD", 2),  known_currency("KZT", 2),
    known_currency("LAK", 2), known_currency("LBP", 2),  known_currency("LKR", 2),
    known_currency("LRD", 2), known_currency("LSL", 2),  known_currency("LTL", 2),
    known_currency("LVL", 2), known_currency("LYD", 3),  known_currency("MAD", 2),
    known_currency("MDL", 2), known_currency("MGA", 2),  known_currency("MKD", 2),
    known_currency("MMK", 2), known_currency("MNT", 2),  known_currency("MOP", 2),
    known_currency("MRU", 2), known_currency("MTL", 2),  known_currency("MUR", 2),
    known_currency("MVR", 2), known_currency("MWK", 2),  known_currency("MXN", 2),
    known_currency("MXV", 2), known_currency("MYR", 2),  known_currency("MZN", 2),
    known_currency("NAD", 2), known_currency("NGN", 2),  known_currency("NIO", 2),
    known_currency("NLG", 2), known_currency("NOK", 2),  known_currency("NPR", 2),
    known_currency("NZD", 2), known_currency("OMR", 3),  known_currency("PAB", 2),
    known_currency("PEN", 2), known_currency("PGK", 2),  known_currency("PHP", 2),
    known_currency("PKR", 2), known_currency("PLN", 2),  known_currency("PYG", 0),
    known_currency("QAR", 2), known_currency("RON", 2),  known_currency("RSD", 2),
    known_currency("RUB", 2), known_currency("RWF", 0),  known_currency("SAR", 2),
    known_currency("SBD", 2), known_currency("SCR", 2),  known_currency("SDG", 2),
    known_currency("SEK", 2), known_currency("SGD", 2),  known_currency("SHP", 2),
    known_currency("SIT", 2), known_currency("SKK", 2),  known_currency("SLE", 2),
    known_currency("SLL", 2), known_currency("SOS", 2),  known_currency("SRD", 2),
    known_currency("SSP", 2), known_currency("STN", 2),  known_currency("SVC", 2),
    known_currency("SYP", 2), known_currency("SZL", 2),  known_currency("THB", 2),
    known_currency("TJS", 2), known_currency("TMT", 2),  known_currency("TND", 3),
    known_currency("TOP", 2), known_currency("TRY", 2),  known_currency("TTD", 2),
    known_currency("TWD", 2), known_currency("TZS", 2),  known_currency("UAH", 2),
    known_currency("UGX", 0), known_currency("USD", 2),  known_currency("USN", 2),
    known_currency("UYI", 0), known_currency("UYU", 2),  known_currency("UYW", 4),
    known_currency("UZS", 2), known_currency("VED", 2),  known_currency("VES", 2),
    known_currency("VND", 0), known_currency("VUV", 0),  known_currency("WST", 2),
    known_currency("XAF", 0), known_currency("XCD", 2),  known_currency("XCG", 2),
    known_currency("XOF", 0), known_currency("XPF", 0),  known_currency("YER", 2),
    known_currency("ZAR", 2), known_currency("ZMW", 2),  known_currency("ZWG", 2),
    known_currency("ZWL", 2),
}};

}  // namespace recoup
