#include "reversal_marks.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::array<std::string_view, 6> reference_details = {
    "end_to_end", "servicer", "customer_reference", "transaction", "uetr", "cheque"};

/// What banks write where a reference must stand and there is none.
constexpr std::array<std::string_view, 4> no_references = {"NONREF", "NOTPROVIDED", "NOTPROV",
                                                           "NOREF"};

bool is_reversal(const Transaction& entry) {
  return std::any_of(entry.details.begin(), entry.details.end(), [](const EntryDetail& detail) {
    return detail.name == "reversal" && detail.value == "yes";
  });
}

std::vector<std::string_view> references_of(const Transaction& entry) {
  std::vector<std::string_view> references;
  const auto add = [&](std::string_view reference) {
    if (reference.empty()) return;
    const auto same = std::find(no_references.begin(), no_references.end(), reference);
    if (same == no_references.end()) references.push_back(reference);
  };
  add(entry.reference);
  for (const EntryDetail& detail : entry.details) {
    const auto named = std::find(reference_details.begin(), reference_details.end(), detail.name);
    if (named != reference_details.end()) add(detail.value);
  }
  return references;
}

/// A reference that both bear; empty where there is none.
std::string_view shared_reference(const Transaction& one, const Transaction& other) {
  const std::vector<std::string_view> references = references_of(other);
  for (const std::string_view each : references_of(one)) {
    if (std::find(references.begin(), references.end(), each) != references.end()) return each;
  }
  return {};
}

struct Fitting {
  std::size_t debit = 0;
  std::string_view reference;
  bool same_amount = false;
};

std::vector<Fitting> debits_that_fit(const Population& population, std::size_t credit) {
  const Transaction& back = population.entries[credit].entry;
  std::vector<Fitting> fitting;
  for (std::size_t i = 0; i < credit; ++i) {
    const Transaction& entry = population.entries[i].entry;
    if (entry.amount.minor() >= 0 || entry.amount.currency() != back.amount.currency()) continue;
    if (-entry.amount.minor() < back.amount.minor()) continue;
    const std::string_view reference = shared_reference(back, entry);
    if (reference.empty()) continue;
    fitting.push_back({i, reference, -entry.amount.minor() == back.amount.minor()});
  }
  const auto same = [](const Fitting& each) { return each.same_amount; };
  if (fitting.size() > 1 && std::any_of(fitting.begin(), fitting.end(), same)) {
    std::erase_if(fitting, [](const Fitting& each) { return !each.same_amount; });
  }
  return fitting;
}

MarkedEntry tied(const Population& population, std::size_t credit) {
  const std::vector<Fitting> fitting = debits_that_fit(population, credit);
  if (fitting.size() == 1) {
    return {credit, fitting.front().debit,
            "the bank marks it as a reversal, and both bear the reference " +
                quoted(fitting.front().reference)};
  }
  if (fitting.empty()) {
    return {credit, std::nullopt,
            "the bank marks it as a reversal, and no earlier debit bears a reference of it"};
  }
  return {credit, std::nullopt,
          "the bank marks it as a reversal, and " + std::to_string(fitting.size()) +
              " earlier debits bear a reference of it"};
}

}  // namespace

std::vector<MarkedEntry> marked_reversals(const Population& population) {
  std::vector<MarkedEntry> marked;
  for (std::size_t i = 0; i < population.entries.size(); ++i) {
    const Transaction& entry = population.entries[i].entry;
    if (entry.amount.minor() > 0 && is_reversal(entry)) marked.push_back(tied(population, i));
  }
  return marked;
}

}  // namespace recoup
