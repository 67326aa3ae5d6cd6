#include "recoup/importers/canonical_writer.hpp"

namespace recoup {
namespace {

/// In quotes only where RFC 4180 asks for them, so that one entry has one spelling.
void append_field(std::string& out, std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += field;
    return;
  }
  out += '"';
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

std::string_view canonical_header() {
  return "account,booked_at,amount,currency,balance,counterparty_account,counterparty_name,"
         "description,reference\n";
}

void append_canonical(std::string& out, const Transaction& entry) {
  append_field(out, entry.account);
  out += ',';
  out += entry.booked_at.text();
  out += ',';
  out += entry.amount.plain();
  out += ',';
  out += entry.amount.currency().code();
  out += ',';
  if (entry.balance) out += entry.balance->plain();
  for (const std::string* const text : {&entry.counterparty_account, &entry.counterparty_name,
                                        &entry.description, &entry.reference}) {
    out += ',';
    append_field(out, *text);
  }
  out += '\n';
}

std::string write_canonical(const std::vector<Transaction>& entries) {
  std::string out(canonical_header());
  for (const Transaction& entry : entries) append_canonical(out, entry);
  return out;
}

}  // namespace recoup
