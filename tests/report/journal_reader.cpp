#include "journal_reader.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <sstream>

#include "recoup/base/date.hpp"
#include "recoup/money/money.hpp"

namespace recoup {
namespace {

/// One posting, with its place in the file and the day on which it counts.
struct ReadPosting {
  std::string account;
  Money amount;
  std::optional<Money> cost;
  std::optional<Money> asserted;
  std::string day;
};

class JournalReader {
 public:
  JournalSums read(const std::string& journal) {
    std::istringstream lines(journal);
    std::string line;
    while (std::getline(lines, line)) {
      ++number_;
      read_line(line);
    }
    end_transaction();
    add_up();
    return sums_;
  }

 private:
  void fault(const std::string& what) {
    sums_.faults.push_back("line " + std::to_string(number_) + ": " + what);
  }

  void read_line(const std::string& line) {
    if (line.empty()) return end_transaction();
    if (line.front() == ';') return;
    if (line.starts_with("    ;")) return read_tags(line.substr(5));
    if (line.front() == ' ') return read_posting(line.substr(line.find_first_not_of(' ')));
    if (line.front() >= '0' && line.front() <= '9') return begin_transaction(line);
    read_directive(line);
  }

  void read_directive(const std::string& line) {
    if (line == "decimal-mark .") return;
    if (line.starts_with("commodity 1000.")) {
      const std::string code = line.substr(line.find(' ', 10) + 1);
      decimals_[code] = line.find(' ', 10) - line.find('.') - 1;
      return;
    }
    if (line.starts_with("account ")) {
      accounts_.insert(line.substr(8, line.find("  ;") - 8));
      return;
    }
    fault("no directive: " + line);
  }

  void begin_transaction(const std::string& line) {
    end_transaction();
    day_ = line.substr(0, 10);
    if (!parse_date(day_)) fault("no day: " + line);
    if (line.substr(10, 2) != " (" || line.find(')') == std::string::npos) fault("no code");
    if (line.find(';') != std::string::npos) fault("a description that ends early: " + line);
    ++sums_.transactions;
  }

  // A tag named date moves the posting; brackets and a bad day would be refused.
  void read_tags(const std::string& comment) {
    if (comment.find_first_of("[]") != std::string::npos) fault("a bracket: " + comment);
    for (std::size_t at = comment.find(':'); at != std::string::npos;
         at = comment.find(',', at) == std::string::npos
                  ? std::string::npos
                  : comment.find(':', comment.find(',', at))) {
      const std::size_t blank = comment.rfind(' ', at);
      if (comment.substr(blank + 1, at - blank - 1) != "date") continue;
      const std::string day = comment.substr(at + 1, 10);
      if (!parse_date(day)) fault("no day in a tag: " + comment);
      if (!open_.empty()) open_.back().day = day;
    }
  }

  std::optional<Money> amount(std::istringstream& words) {
    std::string figure;
    std::string code;
    words >> figure >> code;
    if (!decimals_.contains(code)) {
      fault("no declared commodity: " + code);
      return std::nullopt;
    }
    const auto currency = Currency::parse(code);
    const auto read = Money::parse_plain(figure, currency.value());
    if (!read) {
      fault("no amount: " + figure);
      return std::nullopt;
    }
    return read.value();
  }

  void read_posting(const std::string& text) {
    const std::size_t end = text.find("  ");
    if (end == std::string::npos) return fault("a posting without an amount: " + text);
    const std::string account = text.substr(0, end);
    if (!accounts_.contains(account)) fault("no declared account: " + account);
    const std::size_t comment = text.find("  ; ", end);
    std::istringstream words(
        text.substr(end, comment == std::string::npos ? comment : comment - end));
    const auto posted = amount(words);
    if (!posted) return;
    ReadPosting posting{account, *posted, std::nullopt, std::nullopt, day_};
    for (std::string sign; words >> sign;) {
      if (sign == "@@") {
        posting.cost = amount(words);
      } else if (sign == "=") {
        posting.asserted = amount(words);
      } else {
        fault("what is this: " + sign);
      }
    }
    open_.push_back(posting);
    if (comment != std::string::npos) read_tags(text.substr(comment + 4));
  }

  void end_transaction() {
    std::map<Currency, MinorUnits> sums;
    for (const ReadPosting& posting : open_) {
      // A total cost has the sign of what it is the cost of.
      const MinorUnits sign = posting.amount.is_negative() ? -1 : 1;
      const Money counted = posting.cost
                                ? Money(sign * posting.cost->minor(), posting.cost->currency())
                                : posting.amount;
      sums[counted.currency()] += counted.minor();
      all_.push_back(posting);
    }
    for (const auto& [currency, sum] : sums) {
      if (sum != 0) fault("a transaction that does not balance: " + Money(sum, currency).text());
    }
    open_.clear();
  }

  void add_up() {
    std::stable_sort(all_.begin(), all_.end(),
                     [](const ReadPosting& a, const ReadPosting& b) { return a.day < b.day; });
    std::map<std::string, Money> balances;
    for (const ReadPosting& posting : all_) {
      const std::string key = posting.account + " " + std::string(posting.amount.currency().code());
      Money& balance = balances.try_emplace(key, Money(0, posting.amount.currency())).first->second;
      balance = balance.plus(posting.amount).value();
      if (!posting.asserted) continue;
      ++sums_.assertions;
      if (*posting.asserted != balance) {
        fault(key + " is " + balance.plain() + ", and " + posting.asserted->text() + " asserted");
      }
    }
    for (const auto& [key, balance] : balances) sums_.balance[key] = balance.plain();
  }

  JournalSums sums_;
  std::size_t number_ = 0;
  std::string day_;
  std::set<std::string> accounts_;
  std::map<std::string, std::size_t> decimals_;
  std::vector<ReadPosting> open_;
  std::vector<ReadPosting> all_;
};

}  // namespace

JournalSums read_journal(const std::string& journal) { return JournalReader().read(journal); }

}  // namespace recoup
