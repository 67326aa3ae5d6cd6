#include "encoding.hpp"

#include <array>

#include "recoup/base/check.hpp"

namespace recoup {
namespace {

/// How much is collected before it goes to the digest, which is slow in small pieces.
constexpr std::size_t piece_size = 1U << 16U;

template <typename Number>
void append_big_endian(std::string& out, Number value) {
  std::array<char, sizeof(Number)> bytes;
  for (std::size_t i = sizeof(Number); i > 0; --i) {
    bytes[i - 1] = static_cast<char>(static_cast<unsigned char>(value & 0xFF));
    value = static_cast<Number>(value >> 8);
  }
  out.append(bytes.data(), bytes.size());
}

void encode(Encoder& out, const Transaction& entry) {
  out.text(entry.account).time(entry.booked_at).money(entry.amount).money(entry.balance);
  out.text(entry.counterparty_account).text(entry.counterparty_name);
  out.text(entry.description).text(entry.reference).count(entry.line);
}

void encode(Encoder& out, const StatementBalance& balance) {
  out.text(balance.account).number(static_cast<int>(balance.kind));
  out.number(balance.date.time_since_epoch().count()).money(balance.amount).count(balance.line);
}

void encode(Encoder& out, const std::optional<Date>& day) {
  out.truth(day.has_value());
  if (day) out.number(day->time_since_epoch().count());
}

void encode(Encoder& out, const std::optional<std::uint32_t>& count) {
  out.truth(count.has_value());
  if (count) out.count(*count);
}

/// What encoding 2 has of an entry beyond encoding 1.
void encode_rest(Encoder& out, const Transaction& entry) {
  out.count(entry.statement);
  encode(out, entry.value_date);
  out.count(entry.details.size());
  for (const EntryDetail& detail : entry.details) out.text(detail.name).text(detail.value);
}

void encode_rest(Encoder& out, const StatementBalance& balance) { out.count(balance.statement); }

void encode(Encoder& out, const ControlTotal& total) {
  out.text(total.what).text(total.stated).text(total.computed).truth(total.holds);
  out.count(total.line);
}

void encode(Encoder& out, const SeriesPoint& point) {
  out.text(point.series).number(point.from.time_since_epoch().count()).text(point.value);
  out.count(point.line);
}

void encode(Encoder& out, const HeldBack& held_back) {
  out.text(held_back.why).count(held_back.line).text(held_back.record);
}

void encode(Encoder& out, const CaseFact& fact) {
  out.text(fact.case_id).text(fact.section).text(fact.key).count(fact.position).text(fact.field);
  out.number(static_cast<int>(fact.kind)).text(fact.value).count(fact.line);
}

void encode(Encoder& out, const NoteCount& note) {
  out.money(note.denomination).number(note.count);
}

void encode(Encoder& out, const SeizureOrder& order) {
  out.text(order.kind).time(order.made_at).truth(order.until.has_value());
  if (order.until) out.number(order.until->time_since_epoch().count());
}

void encode(Encoder& out, const Error& error) {
  out.number(static_cast<int>(error.code)).text(error.found).text(error.expected);
  out.text(error.place.document).count(error.place.line).text(error.place.field);
}

void encode(Encoder& out, const Rejection& rejection) {
  encode(out, rejection.error);
  out.text(rejection.record);
}

void encode(Encoder& out, const std::string& note) { out.text(note); }

void encode(Encoder& out, const AuditObject& object) { out.text(object.kind).text(object.name); }

void encode(Encoder& out, const Seizure& seizure);
void encode(Encoder& out, const Statement& statement);

template <typename Record>
void encode_all(Encoder& out, const std::vector<Record>& records) {
  out.count(records.size());
  for (const Record& record : records) encode(out, record);
}

void encode(Encoder& out, const Seizure& seizure) {
  out.text(seizure.id).text(seizure.operation).text(seizure.case_id);
  out.number(static_cast<int>(seizure.kind)).time(seizure.seized_at).text(seizure.place);
  out.text(seizure.from_whom).money(seizure.amount).text(seizure.quantity);
  out.truth(seizure.drugs.has_value());
  if (const auto& drugs = seizure.drugs) {
    out.text(drugs->drug).amount(drugs->weight_milligrams).text(drugs->purity);
    out.money(drugs->unit_price).text(drugs->price_source);
  }
  encode_all(out, seizure.notes);
  out.text(seizure.exhibit).text(seizure.seal).text(seizure.power).text(seizure.status);
  encode_all(out, seizure.orders);
  out.count(seizure.line);
}

void encode(Encoder& out, const Statement& statement) {
  out.text(statement.account).truth(statement.currency.has_value());
  if (const auto currency = statement.currency) out.text(currency->code());
  out.text(statement.number);
  encode(out, statement.from);
  encode(out, statement.until);
  out.money(statement.opening).truth(statement.opening_is_intermediate);
  encode(out, statement.opening_date);
  out.money(statement.closing).truth(statement.closing_is_intermediate);
  encode(out, statement.closing_date);
  encode(out, statement.first_page);
  encode(out, statement.last_page);
  encode(out, statement.pages);
  encode_all(out, statement.totals);
  out.count(statement.line);
}

/// What schema 2 has of an import beyond schema 1.
void encode_rest(Encoder& out, const Import& import) {
  out.text(import.profile);
  for (const Transaction& entry : import.transactions) encode_rest(out, entry);
  for (const StatementBalance& balance : import.balances) encode_rest(out, balance);
  encode_all(out, import.statements);
  encode_all(out, import.totals);
  encode_all(out, import.series);
  encode_all(out, import.held_back);
}

}  // namespace

void Encoder::flush() {
  digest_.add(waiting_);
  waiting_.clear();
}

Encoder& Encoder::text(std::string_view value) {
  append_big_endian(waiting_, static_cast<std::uint64_t>(value.size()));
  waiting_ += value;
  if (waiting_.size() >= piece_size) flush();
  return *this;
}

Encoder& Encoder::number(std::int64_t value) {
  append_big_endian(waiting_, static_cast<std::uint64_t>(value));
  return *this;
}

Encoder& Encoder::count(std::uint64_t value) {
  append_big_endian(waiting_, value);
  return *this;
}

Encoder& Encoder::amount(Int128 value) {
  append_big_endian(waiting_, value);
  return *this;
}

Encoder& Encoder::truth(bool value) {
  waiting_ += value ? '\1' : '\0';
  return *this;
}

Encoder& Encoder::digest(const Digest& value) {
  for (const std::uint8_t byte : value.bytes) waiting_ += static_cast<char>(byte);
  return *this;
}

Encoder& Encoder::money(const Money& value) {
  // The decimals too: were they to change, the same minor units would be another amount.
  return text(value.currency().code()).number(value.currency().decimals()).amount(value.minor());
}

Encoder& Encoder::money(const std::optional<Money>& value) {
  truth(value.has_value());
  return value ? money(*value) : *this;
}

Encoder& Encoder::time(const BookingTime& value) {
  number(value.civil().micros).truth(value.has_time()).truth(value.offset_minutes().has_value());
  return value.offset_minutes() ? number(*value.offset_minutes()) : *this;
}

Digest Encoder::finish() {
  flush();
  return digest_.finish();
}

void encode_rejection(Encoder& out, const Rejection& rejection) { encode(out, rejection); }

Digest content_digest(const Digest& document, std::uint64_t size, const WrittenRecords& records,
                      const Import& rest) {
  RECOUP_CHECK(rest.transactions.empty() && rest.rejections.empty());
  Encoder out;
  out.text("recoup import 3").digest(document).count(size).text(rest.format).text(rest.version);
  encode_all(out, rest.notes);
  out.count(records.entries).digest(records.chunks).count(records.accounts.size());
  for (const std::string_view account : records.accounts) out.text(account);
  encode_all(out, rest.balances);
  encode_all(out, rest.facts);
  encode_all(out, rest.seizures);
  out.count(records.rejections).digest(records.rejected);
  encode_rest(out, rest);
  return out.finish();
}

Digest old_content_digest(int encoding, const Digest& document, std::uint64_t size,
                          const Import& import) {
  RECOUP_CHECK(encoding == 1 || encoding == 2);
  Encoder out;
  out.text("recoup import " + std::to_string(encoding)).digest(document).count(size);
  out.text(import.format).text(import.version);
  encode_all(out, import.notes);
  encode_all(out, import.transactions);
  encode_all(out, import.balances);
  encode_all(out, import.facts);
  encode_all(out, import.seizures);
  encode_all(out, import.rejections);
  if (encoding == 2) encode_rest(out, import);
  return out.finish();
}

Digest refusal_digest(const Digest& document, std::uint64_t size, const Error& reason) {
  Encoder out;
  out.text("recoup refusal 1").digest(document).count(size);
  encode(out, reason);
  return out.finish();
}

Digest entry_hash(const AuditEntry& entry) {
  const AuditNote& note = entry.note;
  Encoder out;
  out.text("recoup audit 1").count(entry.sequence).number(note.when_utc.micros).text(note.who);
  out.number(static_cast<int>(note.category)).text(note.action);
  encode_all(out, note.objects);
  out.count(note.count).truth(note.content.has_value());
  if (note.content) out.digest(*note.content);
  out.text(note.reason).text(note.recipient).text(note.tool_version).digest(entry.previous);
  return out.finish();
}

}  // namespace recoup
