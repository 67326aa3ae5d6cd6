#include "case_rows.hpp"
#include "row_values.hpp"

namespace recoup {
namespace {

void bind_drugs(SqliteStatement& insert, const std::optional<DrugQuantity>& drugs) {
  if (!drugs) {
    insert.null().null().null().null().null().null();
    return;
  }
  insert.text(drugs->drug).amount(drugs->weight_milligrams).text(drugs->purity);
  bind_money(insert, drugs->unit_price);
  insert.text(drugs->price_source);
}

std::optional<DrugQuantity> read_drugs(SqliteRow& row) {
  if (row.take_null()) {
    for (int i = 0; i < 5; ++i) {
      if (!row.take_null()) {
        row.refuse("a value of drugs that are not named", "none");
        return std::nullopt;
      }
    }
    return std::nullopt;
  }
  DrugQuantity drugs;
  drugs.drug = row.text();
  drugs.weight_milligrams = row.amount();
  drugs.purity = row.text();
  drugs.unit_price = read_optional_money(row);
  drugs.price_source = row.text();
  return drugs;
}

Result<void> write_notes(SqliteStatement& insert, std::int64_t document_id, std::size_t position,
                         const std::vector<NoteCount>& notes) {
  for (std::size_t i = 0; i < notes.size(); ++i) {
    insert.number(document_id).count(position).count(i);
    bind_money(insert, notes[i].denomination);
    if (const auto done = insert.number(notes[i].count).run(); !done) return done.error();
  }
  return {};
}

Result<void> write_orders(SqliteStatement& insert, std::int64_t document_id, std::size_t position,
                          const std::vector<SeizureOrder>& orders) {
  for (std::size_t i = 0; i < orders.size(); ++i) {
    insert.number(document_id).count(position).count(i).text(orders[i].kind);
    bind_time(insert, orders[i].made_at);
    if (orders[i].until) {
      bind_day(insert, *orders[i].until);
    } else {
      insert.null();
    }
    if (const auto done = insert.run(); !done) return done.error();
  }
  return {};
}

Seizure read_seizure(SqliteRow& row) {
  Seizure seizure;
  seizure.id = row.text();
  seizure.operation = row.text();
  seizure.case_id = row.text();
  const auto last = static_cast<std::int64_t>(SeizureKind::other);
  seizure.kind = static_cast<SeizureKind>(row.number_between(0, last));
  seizure.seized_at = read_time(row);
  seizure.place = row.text();
  seizure.from_whom = row.text();
  seizure.amount = read_optional_money(row);
  seizure.quantity = row.text();
  seizure.drugs = read_drugs(row);
  seizure.exhibit = row.text();
  seizure.seal = row.text();
  seizure.power = row.text();
  seizure.status = row.text();
  seizure.line = row.count();
  return seizure;
}

/// The seizure that a note or an order belongs to.
Seizure* owner(SqliteRow& row, std::vector<Seizure>& seizures) {
  const std::uint64_t position = row.count();
  if (position < seizures.size()) return &seizures[position];
  row.refuse("a row of seizure " + std::to_string(position), "one of a seizure that is there");
  return nullptr;
}

/// Refuses a child that does not stand behind those before it.
void check_position(SqliteRow& row, std::size_t expected) {
  if (row.count() != expected) row.refuse("a hole", "position " + std::to_string(expected));
}

Result<void> read_notes(const SqliteConnection& connection, std::int64_t document_id,
                        std::vector<Seizure>& seizures) {
  RECOUP_TRY(select,
             connection.prepare("SELECT seizure_position, position, currency, denomination, count"
                                " FROM seizure_note WHERE document_id = ?"
                                " ORDER BY seizure_position, position"));
  return for_each_row(select.number(document_id), [&](SqliteRow& row) {
    Seizure* const seizure = owner(row, seizures);
    if (seizure == nullptr) return;
    check_position(row, seizure->notes.size());
    const Money denomination = read_money(row);
    seizure->notes.push_back({denomination, row.number()});
  });
}

Result<void> read_orders(const SqliteConnection& connection, std::int64_t document_id,
                         std::vector<Seizure>& seizures) {
  RECOUP_TRY(select, connection.prepare(
                         "SELECT seizure_position, position, kind, made_micros, made_has_time,"
                         " made_offset_minutes, until_day FROM seizure_order"
                         " WHERE document_id = ? ORDER BY seizure_position, position"));
  return for_each_row(select.number(document_id), [&](SqliteRow& row) {
    Seizure* const seizure = owner(row, seizures);
    if (seizure == nullptr) return;
    check_position(row, seizure->orders.size());
    SeizureOrder order{row.text(), read_time(row), std::nullopt};
    if (!row.take_null()) order.until = read_day(row);
    seizure->orders.push_back(std::move(order));
  });
}

}  // namespace

Result<void> write_seizures(const SqliteConnection& connection, std::int64_t document_id,
                            const std::vector<Seizure>& seizures) {
  RECOUP_TRY(insert, connection.prepare("INSERT INTO seizure VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,"
                                        "?,?,?,?,?,?,?,?,?,?)"));
  RECOUP_TRY(insert_note, connection.prepare("INSERT INTO seizure_note VALUES (?,?,?,?,?,?)"));
  RECOUP_TRY(insert_order,
             connection.prepare("INSERT INTO seizure_order VALUES (?,?,?,?,?,?,?,?)"));
  for (std::size_t i = 0; i < seizures.size(); ++i) {
    const Seizure& seizure = seizures[i];
    insert.number(document_id).count(i).text(seizure.id).text(seizure.operation);
    insert.text(seizure.case_id).number(static_cast<int>(seizure.kind));
    bind_time(insert, seizure.seized_at);
    insert.text(seizure.place).text(seizure.from_whom);
    bind_money(insert, seizure.amount);
    insert.text(seizure.quantity);
    bind_drugs(insert, seizure.drugs);
    insert.text(seizure.exhibit).text(seizure.seal).text(seizure.power).text(seizure.status);
    if (const auto done = insert.count(seizure.line).run(); !done) return done.error();
    const auto notes = write_notes(insert_note, document_id, i, seizure.notes);
    if (!notes) return notes.error();
    const auto orders = write_orders(insert_order, document_id, i, seizure.orders);
    if (!orders) return orders.error();
  }
  return {};
}

Result<std::vector<Seizure>> read_seizures(const SqliteConnection& connection,
                                           std::int64_t document_id) {
  RECOUP_TRY(select,
             connection.prepare(
                 "SELECT position, id, operation, case_id, kind, seized_micros, seized_has_time,"
                 " seized_offset_minutes, place, from_whom, currency, amount, quantity, drug,"
                 " drug_milligrams, drug_purity, drug_price_currency, drug_price,"
                 " drug_price_source, exhibit, seal, power, status, line FROM seizure"
                 " WHERE document_id = ?"));
  Positioned<Seizure> rows;
  const auto read = for_each_row(select.number(document_id), [&](SqliteRow& row) {
    const std::uint64_t position = row.count();
    rows.add(position, read_seizure(row));
  });
  if (!read) return read.error();
  RECOUP_TRY(seizures, std::move(rows).in_order());
  if (const auto done = read_notes(connection, document_id, seizures); !done) return done.error();
  if (const auto done = read_orders(connection, document_id, seizures); !done) return done.error();
  return seizures;
}

}  // namespace recoup
