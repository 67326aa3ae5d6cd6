#include "recoup/assessment/entry_reader.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {

Result<void> EntryReader::add(const StatedFact& stated) {
  const auto [at, added] = fields_.try_emplace(stated.fact.field, stated);
  if (!added && at->second.fact.value != stated.fact.value) {
    return fault(
        ErrorCode::contradiction,
        recoup::quoted(at->second.fact.value) + " and " + recoup::quoted(stated.fact.value),
        "one value", stated.fact.field);
  }
  return {};
}

StatedPlace EntryReader::entry() const {
  const StatedFact* first = nullptr;
  for (const auto& [name, stated] : fields_) {
    if (first == nullptr || stated.fact.line < first->fact.line) first = &stated;
  }
  if (first == nullptr) return {};
  return {first->document, first->document_name, first->fact.line,
          section_ + (id_.empty() ? "" : "/" + id_)};
}

std::string EntryReader::text(std::string_view field) {
  const StatedFact* stated = find(field);
  return stated == nullptr ? std::string() : stated->fact.value;
}

Result<Maybe<Date>> EntryReader::date(std::string_view field) {
  const StatedFact* stated = find(field);
  if (stated == nullptr) return Maybe<Date>();
  const auto value = parse_date(stated->fact.value);
  if (!value) return fault(value.error().code, value.error().found, value.error().expected, field);
  return Maybe<Date>({value.value(), cite(*stated)});
}

Result<Maybe<bool>> EntryReader::truth(std::string_view field) {
  const StatedFact* stated = find(field);
  if (stated == nullptr) return Maybe<bool>();
  if (stated->fact.kind != CaseFact::Kind::truth) {
    return fault(ErrorCode::malformed, recoup::quoted(stated->fact.value), "true or false", field);
  }
  return Maybe<bool>({stated->fact.value == "true", cite(*stated)});
}

Result<Maybe<Fraction>> EntryReader::fraction(std::string_view field) {
  const StatedFact* stated = find(field);
  if (stated == nullptr) return Maybe<Fraction>();
  const auto value = Fraction::parse(stated->fact.value);
  if (!value) return fault(value.error().code, value.error().found, value.error().expected, field);
  return Maybe<Fraction>({value.value(), cite(*stated)});
}

Result<Maybe<Money>> EntryReader::amount(std::string_view field) {
  const StatedFact* stated = find(field);
  const std::string code = text("currency");
  if (stated == nullptr) return Maybe<Money>();
  if (stated->fact.kind != CaseFact::Kind::text) {
    return fault(ErrorCode::malformed, stated->fact.value, "an amount in quotes", field);
  }
  const auto currency = code.empty() ? Result<Currency>(gbp) : Currency::parse(code);
  if (!currency) {
    return fault(ErrorCode::malformed, recoup::quoted(code), "the code of a currency", "currency");
  }
  const auto value = Money::parse_plain(stated->fact.value, currency.value());
  if (!value) return fault(value.error().code, value.error().found, value.error().expected, field);
  if (value.value().is_negative()) {
    return fault(ErrorCode::contradiction, value.value().text(), "an amount of zero or more",
                 field);
  }
  return Maybe<Money>({value.value(), cite(*stated)});
}

Result<std::size_t> EntryReader::word(std::string_view field,
                                      std::initializer_list<std::string_view> words) {
  const std::string found = text(field);
  const auto* const at = std::find(words.begin(), words.end(), std::string_view(found));
  if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
  std::string expected;
  for (const std::string_view word : words) {
    expected += (expected.empty() ? "" : ", ") + recoup::quoted(word);
  }
  return fault(ErrorCode::malformed, found.empty() ? "nothing" : recoup::quoted(found),
               "one of " + expected, field);
}

bool EntryReader::has(std::string_view field) const {
  const auto at = fields_.find(field);
  return at != fields_.end() && at->second.fact.kind != CaseFact::Kind::none;
}

bool EntryReader::has_any(std::string_view path) const {
  const auto at = fields_.lower_bound(path);
  return at != fields_.end() && at->first.starts_with(path);
}

StatedPlace EntryReader::cited(std::string_view field) const {
  const auto at = fields_.find(field);
  RECOUP_CHECK(at != fields_.end());
  return cite(at->second);
}

void EntryReader::leave(std::initializer_list<std::string_view> fields) {
  for (const std::string_view field : fields) read_.emplace(field);
}

std::vector<std::string> EntryReader::unread() const {
  std::vector<std::string> names;
  for (const auto& [name, stated] : fields_) {
    if (read_.count(name) == 0) names.push_back(section_ + "/" + id_ + "/" + name);
  }
  return names;
}

Error EntryReader::fault(ErrorCode code, std::string found, std::string expected,
                         std::string_view field) const {
  Place place{"", 0, section_ + "/" + (id_.empty() ? "" : id_ + "/") + std::string(field)};
  const auto at = fields_.find(field);
  const StatedPlace from = at == fields_.end() ? entry() : cite(at->second);
  place.document = from.document_name;
  place.line = from.line;
  return {code, std::move(found), std::move(expected), std::move(place)};
}

const StatedFact* EntryReader::find(std::string_view field) {
  read_.emplace(field);
  return has(field) ? &fields_.find(field)->second : nullptr;
}

StatedPlace EntryReader::cite(const StatedFact& stated) const {
  return {stated.document, stated.document_name, stated.fact.line,
          section_ + "/" + (id_.empty() ? "" : id_ + "/") + stated.fact.field};
}

Result<std::vector<EntryReader>> entries_of(const std::vector<StatedFact>& facts,
                                            std::string_view section) {
  std::vector<const StatedFact*> here;
  for (const StatedFact& stated : facts) {
    if (stated.fact.section == section) here.push_back(&stated);
  }
  // The place of an entry is that of its first fact; the order of the documents decides nothing.
  std::map<std::string, std::uint32_t> places;
  for (const StatedFact* stated : here) {
    const auto [at, added] = places.try_emplace(stated->fact.key, stated->fact.position);
    if (!added) at->second = std::min(at->second, stated->fact.position);
  }
  std::vector<std::pair<std::uint32_t, std::string>> order;
  for (const auto& [key, place] : places) order.emplace_back(place, key);
  std::sort(order.begin(), order.end());
  std::vector<EntryReader> entries;
  for (const auto& [place, key] : order) {
    entries.emplace_back(std::string(section), key);
    for (const StatedFact* stated : here) {
      if (stated->fact.key != key) continue;
      if (auto added = entries.back().add(*stated); !added) return added.error();
    }
  }
  return entries;
}

}  // namespace recoup
