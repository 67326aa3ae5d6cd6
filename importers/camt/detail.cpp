#include "camt/detail.hpp"

#include <array>
#include <utility>

#include "document_text.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// A bank, where it is one: BIC, else its number in a clearing system, else its name.
std::string bank_name(CamtElement institution) {
  for (const std::string_view path : {"BICFI", "BIC", "ClrSysMmbId/MmbId", "CmbndId/BIC", "Nm",
                                      "NmAndAdr/Nm", "Othr/Id", "PrtryId/Id"}) {
    const std::string_view value = institution.at(path).value();
    if (!value.empty()) return printable(value);
  }
  return "";
}

/// The name of a party: directly, within Pty since version 8, or that of a bank.
Result<std::string> party_name(CamtElement parties, std::string_view role) {
  const CamtElement party = parties.child(role);
  for (const std::string_view path : {"Nm", "Pty/Nm", "Agt/FinInstnId/Nm"}) {
    const CamtElement name = party.at(path);
    if (!name.value().empty()) return read_camt_text(name, parties, role, false);
  }
  return bank_name(party.at("Agt/FinInstnId"));
}

struct PartyRoles {
  std::string_view party;
  std::string_view account;
  std::string_view agent;
};

Result<CamtParty> read_party(CamtElement detail, const PartyRoles& roles) {
  const CamtElement parties = detail.child("RltdPties");
  const CamtElement agent = detail.child("RltdAgts").child(roles.agent);
  RECOUP_TRY(name, party_name(parties, roles.party));
  const CamtElement account = parties.child(roles.account);
  std::string number = camt_account_name(account, agent);
  if (auto fine = check_characters(number, LineEnds::refused); !fine) {
    return camt_error(fine.error(), account, detail, "RltdPties/" + std::string(roles.account));
  }
  return CamtParty{std::move(name), std::move(number), bank_name(agent.child("FinInstnId"))};
}

/// Adds the value under `name`, where there is one.
Result<void> add_value(CamtDetail& detail, std::string_view name, CamtElement parent,
                       std::string_view path) {
  const CamtElement element = parent.at(path);
  const std::string_view value = element.value();
  if (value.empty() || is_camt_placeholder(value)) return {};
  if (auto fine = check_characters(value, LineEnds::refused); !fine) {
    return camt_error(fine.error(), element, parent, path);
  }
  detail.details.push_back({std::string(name), std::string(value)});
  return {};
}

Result<void> read_references(CamtDetail& detail, CamtElement element) {
  struct Named {
    std::string_view name;
    std::string_view path;
  };
  constexpr std::array<Named, 9> named = {{{"end_to_end", "Refs/EndToEndId"},
                                           {"transaction", "Refs/TxId"},
                                           {"uetr", "Refs/UETR"},
                                           {"mandate", "Refs/MndtId"},
                                           {"cheque", "Refs/ChqNb"},
                                           {"category", "Purp/Cd"},
                                           {"category", "Purp/Prtry"},
                                           {"return", "RtrInf/Rsn/Cd"},
                                           {"return", "RtrInf/Rsn/Prtry"}}};
  for (const Named& one : named) {
    if (auto added = add_value(detail, one.name, element, one.path); !added) return added;
  }
  const CamtElement reference = element.at("Refs/AcctSvcrRef");
  RECOUP_TRY(servicer, read_camt_text(reference, element, "Refs/AcctSvcrRef", true));
  if (!is_camt_placeholder(servicer)) detail.reference = std::move(servicer);
  return {};
}

Result<void> read_remittance(CamtDetail& detail, CamtElement element) {
  const auto take = [&](CamtElement text, CamtElement parent,
                        std::string_view path) -> Result<void> {
    RECOUP_TRY(words, read_camt_text(text, parent, path, false));
    if (!trimmed(words).empty()) detail.texts.push_back(std::move(words));
    return {};
  };
  const CamtElement remittance = element.child("RmtInf");
  for (CamtElement part = remittance.first_child(); part.exists(); part = part.next()) {
    if (part.name() == "Ustrd") {
      if (auto taken = take(part, remittance, "Ustrd"); !taken) return taken;
    }
    if (part.name() != "Strd") continue;
    for (const std::string_view path : {"CdtrRefInf/Ref", "CdtrRefInf/CdtrRef"}) {
      if (auto added = add_value(detail, "remittance", part, path); !added) return added;
    }
    for (CamtElement more = part.first_child(); more.exists(); more = more.next()) {
      if (more.name() != "AddtlRmtInf") continue;
      if (auto taken = take(more, part, "AddtlRmtInf"); !taken) return taken;
    }
  }
  for (CamtElement more = element.first_child(); more.exists(); more = more.next()) {
    if (more.name() != "AddtlTxInf") continue;
    if (auto taken = take(more, element, "AddtlTxInf"); !taken) return taken;
  }
  return {};
}

CamtCharge read_charge(CamtElement charge, CamtElement amount, const CamtCurrency& fallback,
                       CamtRemarks& remarks) {
  CamtCharge read;
  const CamtElement included = charge.child("ChrgInclInd");
  read.is_outside = included.exists() && !is_camt_true(included);
  const auto sum = read_camt_amount(amount, fallback, remarks);
  if (!sum) {
    read.words = printable(std::string(amount.currency()) + " " + std::string(amount.value()));
    return read;
  }
  const bool is_credit = charge.child("CdtDbtInd").value() == "CRDT";
  read.amount =
      Money(is_credit ? sum.value().minor() : -sum.value().minor(), sum.value().currency());
  read.words = camt_money_text(sum.value());
  return read;
}

}  // namespace

Result<std::string> read_camt_text(CamtElement element, CamtElement parent, std::string_view path,
                                   bool one_line) {
  std::string text = one_line ? std::string(element.value()) : element.narrative();
  auto fine = check_characters(text, one_line ? LineEnds::refused : LineEnds::allowed);
  if (!fine) return camt_error(fine.error(), element, parent, path);
  return text;
}

std::string camt_money_text(Money amount) {
  const Currency currency = amount.currency();
  return std::string(currency.code()) + " " + amount.plain();
}

std::vector<std::string> read_camt_codes(CamtElement parent) {
  std::vector<std::string> codes;
  const CamtElement code = parent.child("BkTxCd");
  const CamtElement domain = code.child("Domn");
  const CamtElement family = domain.child("Fmly");
  std::string joined;
  for (const CamtElement part :
       {domain.child("Cd"), family.child("Cd"), family.child("SubFmlyCd")}) {
    if (part.value().empty()) continue;
    joined += (joined.empty() ? "" : "/") + printable(part.value());
  }
  if (!joined.empty()) codes.push_back(joined);
  const std::string_view own = code.at("Prtry/Cd").value();
  if (!own.empty()) codes.push_back(printable(own));
  return codes;
}

std::vector<CamtCharge> read_camt_charges(CamtElement parent, const CamtCurrency& fallback,
                                          CamtRemarks& remarks) {
  std::vector<CamtCharge> charges;
  for (CamtElement part = parent.first_child(); part.exists(); part = part.next()) {
    if (part.name() != "Chrgs") continue;
    for (CamtElement one = part.first_child(); one.exists(); one = one.next()) {
      if (one.name() != "Rcrd") continue;
      charges.push_back(read_charge(one, one.child("Amt"), fallback, remarks));
    }
    if (part.child("Rcrd").exists()) continue;
    CamtElement amount = part.child("Amt");
    if (!amount.exists()) amount = part.child("TtlChrgsAndTaxAmt");
    if (amount.exists()) charges.push_back(read_charge(part, amount, fallback, remarks));
  }
  return charges;
}

Result<CamtAmounts> read_camt_amounts(CamtElement parent, const CamtCurrency& fallback,
                                      CamtRemarks& remarks) {
  // In the order in which one of them is the amount of the payment.
  constexpr std::array<std::string_view, 4> paths = {
      "Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/CntrValAmt/Amt", "AmtDtls/InstdAmt/Amt"};
  CamtAmounts amounts;
  std::optional<Money> instructed;
  for (const std::string_view path : paths) {
    const CamtElement element = parent.at(path);
    if (!element.exists()) continue;
    auto sum = read_camt_amount(element, fallback, remarks);
    if (!sum) return camt_error(std::move(sum).error(), element, parent, path);
    amounts.own.push_back(sum.value());
    if (path == paths.back()) {
      instructed = sum.value();
    } else {
      amounts.stated.push_back(sum.value());
    }
  }
  if (instructed) amounts.stated.insert(amounts.stated.begin(), *instructed);
  for (const std::string_view name : {"InstdAmt", "TxAmt", "CntrValAmt"}) {
    const CamtElement rate = parent.child("AmtDtls").child(name).at("CcyXchg/XchgRate");
    if (amounts.exchange_rate.empty()) amounts.exchange_rate = printable(rate.value());
  }
  return amounts;
}

Result<CamtDetail> read_camt_detail(CamtElement element, const CamtCurrency& fallback,
                                    CamtRemarks& remarks) {
  CamtDetail detail;
  detail.line = element.line();
  detail.begin = element.begin();
  detail.end = element.end();
  const CamtElement indicator = element.child("CdtDbtInd");
  if (indicator.exists()) {
    auto direction = read_camt_direction(indicator);
    if (direction) {
      detail.is_credit = direction.value();
    } else {
      detail.fault = camt_error(std::move(direction).error(), indicator, element, "CdtDbtInd");
    }
  }
  auto amounts = read_camt_amounts(element, fallback, remarks);
  if (amounts) {
    detail.amounts = std::move(amounts).value();
  } else {
    detail.fault = std::move(amounts).error();
  }
  detail.charges = read_camt_charges(element, fallback, remarks);
  detail.codes = read_camt_codes(element);
  RECOUP_TRY(debtor, read_party(element, {"Dbtr", "DbtrAcct", "DbtrAgt"}));
  RECOUP_TRY(creditor, read_party(element, {"Cdtr", "CdtrAcct", "CdtrAgt"}));
  detail.debtor = std::move(debtor);
  detail.creditor = std::move(creditor);
  if (auto read = read_references(detail, element); !read) return read.error();
  if (auto read = read_remittance(detail, element); !read) return read.error();
  const CamtElement parties = element.child("RltdPties");
  struct Ultimate {
    std::string_view role;
    std::string_view name;
  };
  for (const Ultimate& one :
       {Ultimate{"UltmtDbtr", "ultimate_debtor"}, Ultimate{"UltmtCdtr", "ultimate_creditor"}}) {
    RECOUP_TRY(name, party_name(parties, one.role));
    if (!name.empty()) detail.details.push_back({std::string(one.name), std::move(name)});
  }
  return detail;
}

}  // namespace recoup
