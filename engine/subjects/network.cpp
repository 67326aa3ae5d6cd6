#include "recoup/subjects/network.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "mention_keys.hpp"
#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

auto order_of(const SubjectRecord& record) {
  return std::tie(record.origin, record.cases, record.report.agency, record.report.number,
                  record.document_name, record.document);
}

auto order_of(const SubjectMention& mention) {
  return std::tie(mention.kind, mention.number, mention.name, mention.declared);
}

/// Puts records and statements in an order that the order of import does not change.
void put_in_order(SubjectMaterial& material) {
  std::vector<std::size_t> order(material.records.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return order_of(material.records[a]) < order_of(material.records[b]);
  });
  std::vector<std::size_t> place(order.size());
  std::vector<SubjectRecord> records;
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    records.push_back(std::move(material.records[order[i]]));
  }
  material.records = std::move(records);
  for (SubjectStatement& said : material.statements) said.record = place.at(said.record);
  std::sort(material.statements.begin(), material.statements.end(),
            [](const SubjectStatement& a, const SubjectStatement& b) {
              const auto key = [](const SubjectStatement& said) {
                return std::tuple(said.record, said.line, order_of(said.from), said.relation,
                                  order_of(said.to), said.on, said.text);
              };
              return key(a) < key(b);
            });
}

/// Sets of keys, joined where they name one subject.
class KeySets {
 public:
  std::size_t place_of(const std::string& key) {
    const auto [at, is_new] = places_.try_emplace(key, above_.size());
    if (is_new) above_.push_back(above_.size());
    return at->second;
  }
  std::size_t root(std::size_t place) {
    while (above_[place] != place) {
      above_[place] = above_[above_[place]];
      place = above_[place];
    }
    return place;
  }
  void join(std::size_t one, std::size_t other) { above_[root(one)] = root(other); }
  [[nodiscard]] const std::map<std::string, std::size_t>& places() const { return places_; }

 private:
  std::map<std::string, std::size_t> places_;
  std::vector<std::size_t> above_;
};

/// A text that is not there yet, in its place.
void add_once(std::vector<std::string>& texts, const std::string& text) {
  const auto at = std::lower_bound(texts.begin(), texts.end(), text);
  if (!text.empty() && (at == texts.end() || *at != text)) texts.insert(at, text);
}

/// A text that is not there yet, behind the others.
void add_last(std::vector<std::string>& texts, const std::string& text) {
  const bool is_there = std::find(texts.begin(), texts.end(), text) != texts.end();
  if (!text.empty() && !is_there) texts.push_back(text);
}

/// Puts a network together out of ordered material.
class SubjectJoiner {
 public:
  explicit SubjectJoiner(SubjectMaterial material)
      : material_(std::move(material)), accounts_(account_names_of(material_)) {}

  SubjectNetwork join() {
    for (SubjectStatement& said : material_.statements) take(said);
    make_subjects();
    name_ties_of_accounts();
    make_ties();
    network_.records = std::move(material_.records);
    network_.unused = std::move(material_.unused);
    std::sort(network_.unused.begin(), network_.unused.end());
    return std::move(network_);
  }

 private:
  /// A statement whose mentions have keys; the places are those of one key of each.
  struct KeyedStatement {
    SubjectStatement said;
    std::size_t from = 0;
    std::optional<std::size_t> to;
  };

  void take(SubjectStatement& said) {
    const SubjectRecord& record = material_.records[said.record];
    const auto from_keys = mention_keys(said.from, said, record, accounts_);
    const auto to_keys = said.relation ? mention_keys(said.to, said, record, accounts_) : from_keys;
    if (!from_keys || !to_keys) {
      const Error& fault = from_keys ? to_keys.error() : from_keys.error();
      material_.unused.push_back(
          {record.document_name + ":" + std::to_string(said.line), message(fault)});
      return;
    }
    const std::size_t from = joined(from_keys.value());
    std::optional<std::size_t> to;
    if (said.relation) to = joined(to_keys.value());
    if (said.relation == SubjectRelation::same_as &&
        record.origin == SubjectRecord::Origin::case_file) {
      sets_.join(from, *to);
      const std::string case_id = record.cases.empty() ? std::string() : record.cases.front();
      decided_.push_back({from, "the file of case " + case_id + " says so: " + said.text});
    }
    keyed_.push_back({std::move(said), from, to});
  }

  std::size_t joined(const std::vector<std::string>& keys) {
    const std::size_t first = sets_.place_of(keys.front());
    for (const std::string& key : keys) sets_.join(sets_.place_of(key), first);
    return first;
  }

  void make_subjects() {
    std::map<std::size_t, std::string> key_of_root;
    std::set<std::size_t> identified;
    for (const auto& [key, place] : sets_.places()) {
      key_of_root.try_emplace(sets_.root(place), key);  // the first is the least
      if (identifies(key)) identified.insert(sets_.root(place));
    }
    std::vector<std::pair<std::string, std::size_t>> order;
    for (const auto& [root, key] : key_of_root) order.emplace_back(key, root);
    const auto kind_of = kinds_by_root();
    std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
      return std::pair(kind_of.at(a.second), a.first) < std::pair(kind_of.at(b.second), b.first);
    });
    for (const auto& [key, root] : order) {
      subject_of_root_[root] = network_.subjects.size();
      Subject subject;
      subject.kind = kind_of.at(root);
      subject.key = key;
      subject.is_identified = identified.contains(root);
      network_.subjects.push_back(std::move(subject));
    }
    for (KeyedStatement& each : keyed_) place(each);
    for (const auto& [place, why] : decided_) {
      add_once(network_.subjects[subject_at(place)].why_one, why);
    }
  }

  [[nodiscard]] std::map<std::size_t, SubjectKind> kinds_by_root() {
    std::map<std::size_t, SubjectKind> kinds;
    for (const KeyedStatement& each : keyed_) {
      kinds.emplace(sets_.root(each.from), each.said.from.kind);
      if (each.to) kinds.emplace(sets_.root(*each.to), each.said.to.kind);
    }
    return kinds;
  }

  std::size_t subject_at(std::size_t place) { return subject_of_root_.at(sets_.root(place)); }

  void place(KeyedStatement& each) {
    const std::size_t statement = network_.statements.size();
    const std::size_t from = subject_at(each.from);
    std::optional<std::size_t> to;
    if (each.to) to = subject_at(*each.to);
    describe(from, each.said.from, statement, each.said.record);
    if (to && *to != from) {
      describe(*to, each.said.to, statement, each.said.record);
    } else if (to) {
      add_names(*to, each.said.to);
    }
    network_.statements.push_back({std::move(each.said), from, to});
  }

  void add_names(std::size_t subject, const SubjectMention& mention) {
    add_last(network_.subjects[subject].numbers, mention.number);
    add_last(network_.subjects[subject].names, mention.name);
  }

  void describe(std::size_t subject, const SubjectMention& mention, std::size_t statement,
                std::size_t record) {
    add_names(subject, mention);
    Subject& known = network_.subjects[subject];
    known.statements.push_back(statement);
    for (const std::string& each : material_.records[record].cases) add_once(known.cases, each);
    for (const std::string& each : material_.records[record].operations) {
      add_once(known.operations, each);
    }
  }

  void name_ties_of_accounts() {
    for (const AccountTie& tie : accounts_.ties()) {
      const SubjectMention mention{SubjectKind::account, tie.account, "", ""};
      const auto keys = mention_keys(mention, {}, {}, accounts_);
      if (!keys) continue;
      const auto at = sets_.places().find(keys.value().front());
      if (at == sets_.places().end()) continue;
      add_once(network_.subjects[subject_at(at->second)].why_one,
               tie.account + " and " + tie.other + ": " + tie.why);
    }
  }

  void make_ties() {
    std::map<std::tuple<std::size_t, SubjectRelation, std::size_t>, std::vector<std::size_t>> ties;
    for (std::size_t i = 0; i < network_.statements.size(); ++i) {
      const PlacedStatement& placed = network_.statements[i];
      if (placed.to && placed.to != placed.from) {
        ties[{placed.from, *placed.said.relation, *placed.to}].push_back(i);
      }
    }
    for (auto& [tie, statements] : ties) {
      const auto& [from, relation, to] = tie;
      network_.ties.push_back({from, relation, to, std::move(statements)});
    }
  }

  SubjectMaterial material_;
  AccountNames accounts_;
  KeySets sets_;
  std::vector<KeyedStatement> keyed_;
  std::vector<std::pair<std::size_t, std::string>> decided_;
  std::map<std::size_t, std::size_t> subject_of_root_;
  SubjectNetwork network_;
};

}  // namespace

SubjectNetwork join_subjects(SubjectMaterial material) {
  put_in_order(material);
  return SubjectJoiner(std::move(material)).join();
}

std::string short_label(const Subject& subject) {
  const bool goes_by_name = subject.kind == SubjectKind::person ||
                            subject.kind == SubjectKind::company ||
                            subject.kind == SubjectKind::premises;
  if (!subject.names.empty() && (goes_by_name || subject.numbers.empty())) {
    return subject.names.front();
  }
  return subject.numbers.empty() ? std::string("unnamed") : subject.numbers.front();
}

std::string label(const Subject& subject) {
  std::string out = std::string(text(subject.kind)) + " " + short_label(subject);
  const bool shows_number =
      !subject.numbers.empty() && short_label(subject) != subject.numbers.front();
  if (shows_number) return out + " (" + subject.numbers.front() + ")";
  if (!subject.names.empty() && subject.names.front() != short_label(subject)) {
    out += " (" + subject.names.front() + ")";
  }
  return out;
}

}  // namespace recoup
