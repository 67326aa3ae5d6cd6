#include "recoup/methods/facts.hpp"

#include <utility>

#include "recoup/assessment/entry_reader.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

MeansEntry read_entry(EntryReader& entry) {
  entry.leave({"line"});
  return {entry.id(), entry.entry(), entry.text("description"), entry.text("stated_by"),
          entry.text("document")};
}

/// A period; one that has a first day alone is that day.
Result<void> read_days(EntryReader& entry, Maybe<Date>& from, Maybe<Date>& to) {
  RECOUP_TRY(first, entry.date("from"));
  RECOUP_TRY(last, entry.date("to"));
  if (first && last && last->value < first->value) {
    return entry.fault(ErrorCode::contradiction, iso_text(last->value),
                       "a day not before " + iso_text(first->value), "to");
  }
  from = first;
  to = last ? last : first;
  return {};
}

Result<void> read_period(EntryReader& entry, MeansFacts& facts) {
  RECOUP_TRY(from, entry.date("from"));
  RECOUP_TRY(to, entry.date("to"));
  if (from && to && to->value < from->value) {
    return entry.fault(ErrorCode::contradiction, iso_text(to->value),
                       "a day not before " + iso_text(from->value), "to");
  }
  facts.period = {from, to, entry.text("subject")};
  return {};
}

Result<void> read_worth(EntryReader& entry, MeansFacts& facts) {
  RECOUP_TRY(kind, entry.word("kind", {"asset", "cash-in-hand", "bank-balance", "liability"}));
  RECOUP_TRY(date, entry.date("date"));
  RECOUP_TRY(cost, entry.amount("cost"));
  RECOUP_TRY(market_value, entry.amount("market_value"));
  facts.worth.push_back(
      {read_entry(entry), static_cast<WorthKind>(kind), date, cost, market_value});
  return {};
}

Result<void> read_spending(EntryReader& entry, MeansFacts& facts) {
  SpendingItem item;
  if (entry.has("paid_from")) {
    RECOUP_TRY(paid_from, entry.word("paid_from", {"bank", "cash-from-bank", "cash"}));
    item.paid_from = static_cast<PaidFrom>(paid_from);
  }
  if (auto read = read_days(entry, item.from, item.to); !read) return read.error();
  RECOUP_TRY(amount, entry.amount("amount"));
  item.amount = amount;
  item.entry = read_entry(entry);
  facts.spending.push_back(std::move(item));
  return {};
}

Result<void> read_income(EntryReader& entry, MeansFacts& facts) {
  IncomeItem item;
  RECOUP_TRY(kind,
             entry.word("kind", {"wages", "benefits", "pension", "self-employment", "other"}));
  if (auto read = read_days(entry, item.from, item.to); !read) return read.error();
  RECOUP_TRY(net, entry.amount("net"));
  RECOUP_TRY(gross, entry.amount("gross"));
  item.kind = static_cast<IncomeKind>(kind);
  item.net = net;
  item.gross = gross;
  item.entry = read_entry(entry);
  facts.income.push_back(std::move(item));
  return {};
}

Result<void> read_funds(EntryReader& entry, MeansFacts& facts) {
  RECOUP_TRY(
      kind, entry.word("kind", {"asset-bought", "debt-repaid", "other-application", "loan-received",
                                "asset-sold", "gift-received", "other-source"}));
  RECOUP_TRY(date, entry.date("date"));
  RECOUP_TRY(amount, entry.amount("amount"));
  facts.funds.push_back({read_entry(entry), static_cast<FundsKind>(kind), date, amount});
  return {};
}

Result<void> read_credit(EntryReader& entry, MeansFacts& facts) {
  RECOUP_TRY(kind, entry.word("kind", {"wages", "benefits", "own-transfer", "refund", "loan",
                                       "gift", "cash", "third-party", "unknown"}));
  facts.credits.push_back({read_entry(entry), static_cast<CreditKind>(kind), entry.text("account"),
                           entry.text("reference"), entry.text("document"), entry.text("line"),
                           entry.text("why")});
  return {};
}

struct MeansSection {
  std::string_view name;
  Result<void> (*read)(EntryReader&, MeansFacts&);
};

constexpr MeansSection sections[] = {
    {"financial_period", read_period}, {"net_worth", read_worth}, {"expenditure", read_spending},
    {"income", read_income},           {"funds", read_funds},     {"credits", read_credit},
};

Result<void> read_section(const MeansSection& section, const std::vector<StatedFact>& stated,
                          MeansFacts& facts) {
  RECOUP_TRY(entries, entries_of(stated, section.name));
  for (EntryReader& entry : entries) {
    RECOUP_TRY(removed, entry.truth("removed"));
    if (removed && removed->value) {
      facts.notes.push_back(entry.section() + " " + entry.id() +
                            " is withdrawn: " + entry.text("why"));
      continue;
    }
    if (auto read = section.read(entry, facts); !read) return read.error();
    entry.leave({"id", "why", "currency"});
    for (const std::string& field : entry.unread()) {
      facts.notes.push_back(field + " is not a field that a method reads");
    }
  }
  return {};
}

}  // namespace

std::string_view text(IncomeKind kind) {
  switch (kind) {
    case IncomeKind::wages: return "wages";
    case IncomeKind::benefits: return "benefits";
    case IncomeKind::pension: return "pension";
    case IncomeKind::self_employment: return "self-employment";
    case IncomeKind::other: break;
  }
  return "other";
}

Result<MeansFacts> read_means_facts(const std::vector<StatedFact>& stated) {
  MeansFacts facts;
  for (const StatedFact& one : stated) {
    if (one.fact.section == "defendant" && one.fact.field == "name" &&
        one.fact.kind == CaseFact::Kind::text) {
      facts.defendant = one.fact.value;
    }
  }
  for (const MeansSection& section : sections) {
    if (auto read = read_section(section, stated, facts); !read) return read.error();
  }
  return facts;
}

}  // namespace recoup
