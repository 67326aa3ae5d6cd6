// camt_message.hpp: small camt messages for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "import_of.hpp"

namespace recoup {

/// A camt.053 of version 2 with one statement that holds `inside`.
inline std::string camt053(std::string_view inside, std::string_view version = "053.001.02") {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt." +
         std::string(version) + "\">\n<BkToCstmrStmt><GrpHdr><MsgId>M7</MsgId></GrpHdr>\n<Stmt>" +
         std::string(inside) + "</Stmt></BkToCstmrStmt></Document>\n";
}

inline std::string camt_account() {
  return "<Acct><Id><IBAN>GB86LOYD30443387654321</IBAN></Id><Ccy>GBP</Ccy></Acct>";
}

/// A booked entry of 12 May 2025 with `inside` behind its dates.
inline std::string camt_entry(std::string_view amount, std::string_view direction,
                              std::string_view inside = "") {
  return "<Ntry><Amt Ccy=\"GBP\">" + std::string(amount) + "</Amt><CdtDbtInd>" +
         std::string(direction) +
         "</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2025-05-12</Dt></BookgDt>" + std::string(inside) +
         "</Ntry>\n";
}

inline std::string camt_balance(std::string_view code, std::string_view amount,
                                std::string_view day) {
  return "<Bal><Tp><CdOrPrtry><Cd>" + std::string(code) +
         "</Cd></CdOrPrtry></Tp><Amt Ccy=\"GBP\">" + std::string(amount) +
         "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>" + std::string(day) + "</Dt></Dt></Bal>\n";
}

/// The import of one statement of `camt_account()` that holds `inside`.
inline Import camt_import(std::string_view inside) {
  return import_of(camt053(camt_account() + std::string(inside)), "camt", "may.xml");
}

/// The values under that name.
inline std::vector<std::string> details_of(const Transaction& entry, std::string_view name) {
  std::vector<std::string> values;
  for (const EntryDetail& detail : entry.details) {
    if (detail.name == name) values.push_back(detail.value);
  }
  return values;
}

inline bool has_note(const Import& import, std::string_view part) {
  for (const std::string& note : import.notes) {
    if (note.find(part) != std::string::npos) return true;
  }
  return false;
}

}  // namespace recoup
