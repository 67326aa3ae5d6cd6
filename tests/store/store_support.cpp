#include "store_support.hpp"

#include <cstdlib>

namespace recoup {

StoreFolder::StoreFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "recoup-store-XXXXXX").string();
  const char* const made = mkdtemp(name.data());
  if (made == nullptr) std::abort();
  folder_ = made;
}

StoreFolder::~StoreFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::unique_ptr<Store> open_or_fail(const std::string& path) {
  auto store = open_store(path, OpenMode::read_write_create);
  if (!store) ADD_FAILURE() << message(store.error());
  return std::move(store).value();
}

RawDatabase::RawDatabase(const std::string& path) {
  if (sqlite3_open(path.c_str(), &database_) != SQLITE_OK) std::abort();
}

int RawDatabase::run(const std::string& sql) {
  char* words = nullptr;
  if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, &words) != SQLITE_OK) {
    ADD_FAILURE() << sql << ": " << words;
    sqlite3_free(words);
  }
  return sqlite3_changes(database_);
}

std::vector<std::vector<std::string>> RawDatabase::rows(const std::string& sql) const {
  std::vector<std::vector<std::string>> found;
  const auto collect = [](void* into, int columns, char** values, char**) {
    std::vector<std::string> row;
    for (int i = 0; i < columns; ++i) row.emplace_back(values[i] == nullptr ? "" : values[i]);
    static_cast<std::vector<std::vector<std::string>>*>(into)->push_back(std::move(row));
    return 0;
  };
  char* words = nullptr;
  if (sqlite3_exec(database_, sql.c_str(), collect, &found, &words) != SQLITE_OK) {
    ADD_FAILURE() << sql << ": " << words;
    sqlite3_free(words);
  }
  return found;
}

std::string RawDatabase::one(const std::string& sql) const {
  const auto found = rows(sql);
  return found.empty() ? "" : found.front().front();
}

Provenance by_anna(const std::string& case_id) {
  return {"Anna Field", BookingTime::parse("2025-06-02T10:15:30.000001Z").value().civil(), case_id,
          "0.1.0"};
}

Transaction entry(const std::string& account, int minor, std::uint64_t line) {
  const std::string number = std::to_string(line);
  return {account,
          BookingTime(midnight(parse_date("2025-03-04").value()), std::nullopt),
          Money(minor, gbp),
          Money(minor + 7, gbp),
          "20-00-00 " + number,
          "Name " + number,
          "Words " + number,
          "R" + number,
          line};
}

Sample statement_sample(std::uint32_t seed, std::size_t entries) {
  std::mt19937 random(seed);
  const std::string name = "statement-" + std::to_string(seed) + ".csv";
  Sample sample;
  sample.document = make_document(name, "bytes of " + name + std::string(3000, 'x'));
  Import& import = sample.import;
  import.format = "canonical";
  import.version = "1";
  import.notes = {"UTF-8 with a mark in front", "order turned round"};
  for (std::size_t i = 0; i < entries; ++i) {
    const std::string account = "20-11-22 0000000" + std::to_string(random() % 3);
    import.transactions.push_back(entry(account, static_cast<int>(random() % 100000), i + 2));
  }
  for (std::size_t i = 0; i < entries; i += 3) {
    import.transactions[i].statement = 1;
    import.transactions[i].value_date = parse_date("2025-03-05").value();
    import.transactions[i].details = {{"code", "NTRF"}, { "charge", std::to_string(i) }};
  }
  import.balances.push_back({"20-11-22 00000000", StatementBalance::Kind::opening,
                             parse_date("2025-03-01").value(), Money(12, gbp), 1, 1});
  import.balances.push_back({"20-11-22 00000003", StatementBalance::Kind::closing,
                             parse_date("2025-03-31").value(), Money(-34, eur), entries + 2});
  import.profile = "Northern Bank 2";
  Statement statement;
  statement.account = "20-11-22 00000000";
  statement.currency = gbp;
  statement.number = "00131/001";
  statement.opening = Money(12, gbp);
  statement.pages = 3;
  statement.totals = {{"credits of the statement", "2", "2", true, 9}};
  import.statements = {statement, Statement {}};
  import.totals = {{ "records of the file", "7", "8", false, 11 }};
  import.series = {{ "rate EUR/USD", parse_date("2025-03-04").value(), "1.0923", 4 }};
  import.held_back = {{ "pending", 12, std::string("held\0back", 9) }};
  import.rejections.push_back({{ErrorCode::malformed,
                                "\"x\"",
                                "a date",
                                { name,
                                  entries + 3,
                                  "booked_at" }},
                               std::string("a;record\0with;a;NUL", 19)});
  return sample;
}

CaseFact fact(const std::string& section, const std::string& key, std::uint32_t position,
              const std::string& field, const std::string& value) {
  return {"OP-1", section, key, position, field, CaseFact::Kind::text, value, position + 10};
}

Sample case_sample(std::uint32_t seed) {
  const std::string name = "case-" + std::to_string(seed) + ".json";
  Sample sample;
  sample.document = make_document(name, "facts of " + name);
  Import& import = sample.import;
  import.format = "case";
  import.version = "2";
  import.facts = {fact("case", "", 0, "id", "OP-1"), fact("case", "", 0, "name", name),
                  fact("accounts", "A" + std::to_string(seed), 0, "holder", "A. Smith")};
  Seizure seizure;
  seizure.id = "SZ-" + std::to_string(seed % 4);
  seizure.case_id = "OP-1";
  seizure.amount = Money(50000, gbp);
  seizure.notes = {{Money(2000, gbp), 20}, {Money(1000, gbp), 10}};
  seizure.orders = {{"detention", BookingTime::parse("2025-03-05T11:00:00Z").value(),
                     parse_date("2025-09-04").value()}};
  seizure.line = 3;
  import.seizures = {seizure};
  return sample;
}

}  // namespace recoup
