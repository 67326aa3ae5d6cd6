#include "camt/entry.hpp"

#include <array>
#include <utility>

#include "document_text.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// Of two amounts in one entry nobody knows which was meant.
Result<void> check_once(CamtElement entry) {
  for (const std::string_view name :
       {"Amt", "CdtDbtInd", "RvslInd", "Sts", "BookgDt", "ValDt", "AcctSvcrRef"}) {
    if (entry.count(name) <= 1) continue;
    return camt_error({ErrorCode::contradiction,
                       "<" + std::string(name) + "> more than once",
                       "each value once in an entry",
                       {}},
                      entry.child(name), entry, name);
  }
  return {};
}

/// The status: a code by itself until version 7, within Cd since version 8.
Result<std::string> read_status(CamtElement entry, const CamtSurroundings& around,
                                CamtRemarks& remarks) {
  const CamtElement element = entry.child("Sts");
  std::string_view status = element.value();
  if (element.first_child().exists()) status = element.child("Cd").value();
  for (const std::string_view known : {"BOOK", "PDNG", "INFO", "FUTR"}) {
    if (status == known) return std::string(status);
  }
  if (!element.exists() && around.shows_booked_only) {
    remarks.add("an entry of a camt.053 has no status; it was read as booked", entry.line());
    return std::string("BOOK");
  }
  if (status.empty()) status = element.child("Prtry").value();
  return camt_error({ErrorCode::malformed, quoted(status), "BOOK, PDNG, INFO or FUTR", {}}, element,
                    entry, "Sts");
}

/// The day or time within a BookgDt or a ValDt.
CamtElement day_or_time(CamtElement date) {
  return date.child("DtTm").exists() ? date.child("DtTm") : date.child("Dt");
}

Result<BookingTime> read_booking_time(CamtElement entry, const std::optional<Date>& value_date,
                                      const CamtSurroundings& around, CamtRemarks& remarks) {
  const CamtElement element = entry.child("BookgDt");
  if (element.exists()) {
    auto time = read_camt_time(day_or_time(element), remarks);
    if (!time) return camt_error(std::move(time).error(), element, entry, "BookgDt");
    return time;
  }
  if (value_date) {
    remarks.add("an entry states no booking date; its value date was taken", entry.line());
    return BookingTime(*value_date);
  }
  if (around.made_on) {
    remarks.add(
        "an entry states neither a booking date nor a value date; the day on which its statement "
        "was made was taken",
        entry.line());
    return BookingTime(*around.made_on);
  }
  return camt_error({ErrorCode::malformed, "", "the day on which it was booked", {}}, element,
                    entry, "BookgDt");
}

CamtBatch read_batch(CamtElement batch, const CamtCurrency& currency, CamtRemarks& remarks) {
  CamtBatch read;
  read.line = batch.line();
  read.count = printable(batch.child("NbOfTxs").value());
  const CamtElement total = batch.child("TtlAmt");
  read.total = printable(total.value());
  if (!total.exists()) return read;
  const auto amount = read_camt_amount(total, currency, remarks);
  if (amount) read.total_amount = amount.value();
  return read;
}

/// The batches, each with the payments that follow it in its own NtryDtls. In version 1 both stand
/// in the entry itself.
std::vector<CamtBatch> read_batches(CamtElement entry, const CamtCurrency& currency,
                                    CamtRemarks& remarks) {
  std::vector<CamtBatch> batches;
  std::size_t detail = 0;
  const auto take = [&](CamtElement parent) {
    const std::size_t count = parent.count("TxDtls");
    if (parent.child("Btch").exists()) {
      CamtBatch batch = read_batch(parent.child("Btch"), currency, remarks);
      batch.first_detail = detail;
      batch.detail_count = count;
      batches.push_back(std::move(batch));
    }
    detail += count;
  };
  take(entry);
  for (CamtElement part = entry.first_child(); part.exists(); part = part.next()) {
    if (part.name() == "NtryDtls") take(part);
  }
  return batches;
}

/// The control total of a batch: `computed` is nothing where the payments have no such amounts.
std::optional<Money> sum_of_details(const CamtEntry& entry, const CamtBatch& batch) {
  RECOUP_CHECK(batch.total_amount.has_value());
  const Currency currency = batch.total_amount->currency();
  std::optional<Money> sum = Money(0, currency);
  for (std::size_t i = 0; i < batch.detail_count && sum; ++i) {
    const CamtDetail& detail = entry.details[batch.first_detail + i];
    std::optional<Money> own;
    for (const Money& amount : detail.amounts.own) {
      if (!own && amount.currency() == currency) own = amount;
    }
    if (!own) return std::nullopt;
    const auto next = sum->plus(*own);
    sum = next ? std::optional(next.value()) : std::nullopt;
  }
  return sum;
}

}  // namespace

Result<CamtEntry> read_camt_entry(CamtElement element, std::vector<CamtDetail> details,
                                  const CamtSurroundings& around, CamtRemarks& remarks) {
  if (auto once = check_once(element); !once) return once.error();
  CamtEntry entry;
  entry.line = element.line();
  const CamtElement amount = element.child("Amt");
  auto sum = read_camt_amount(amount, around.currency, remarks);
  if (!sum) return camt_error(std::move(sum).error(), amount, element, "Amt");
  auto is_credit = read_camt_direction(element.child("CdtDbtInd"));
  if (!is_credit) {
    return camt_error(std::move(is_credit).error(), element.child("CdtDbtInd"), element,
                      "CdtDbtInd");
  }
  entry.amount =
      is_credit.value() ? sum.value() : Money(-sum.value().minor(), sum.value().currency());
  RECOUP_TRY(status, read_status(element, around, remarks));
  entry.status = std::move(status);
  const CamtElement value_date = element.child("ValDt");
  if (value_date.exists()) {
    auto day = read_camt_day(value_date);
    if (!day) return camt_error(std::move(day).error(), value_date, element, "ValDt");
    entry.value_date = day.value();
  }
  RECOUP_TRY(booked_at, read_booking_time(element, entry.value_date, around, remarks));
  entry.booked_at = booked_at;
  RECOUP_TRY(reference, read_camt_text(element.child("AcctSvcrRef"), element, "AcctSvcrRef", true));
  if (!is_camt_placeholder(reference)) entry.reference = std::move(reference);
  RECOUP_TRY(text, read_camt_text(element.child("AddtlNtryInf"), element, "AddtlNtryInf", false));
  entry.text = std::move(text);
  entry.is_reversal = is_camt_true(element.child("RvslInd"));
  entry.codes = read_camt_codes(element);
  RECOUP_TRY(amounts, read_camt_amounts(element, around.currency, remarks));
  entry.amounts = std::move(amounts);
  entry.charges = read_camt_charges(element, around.currency, remarks);
  entry.details = std::move(details);
  entry.batches = read_batches(element, around.currency, remarks);
  return entry;
}

bool lists_payments(const CamtEntry& entry, const CamtBatch& batch) {
  if (batch.detail_count != 1 || batch.count.empty() || batch.count == "1") {
    return batch.detail_count > 0;
  }
  const std::vector<Money>& own = entry.details[batch.first_detail].amounts.own;
  const Money amount = entry.amount;
  return !own.empty() && own.front() != amount &&
         own.front() != Money(-amount.minor(), amount.currency());
}

void add_batch_totals(const CamtEntry& entry, std::vector<ControlTotal>& totals) {
  for (const CamtBatch& batch : entry.batches) {
    // A batch that lists no payments says nothing that could be held against anything.
    if (!lists_payments(entry, batch)) continue;
    if (!batch.count.empty()) {
      const std::string computed = std::to_string(batch.detail_count);
      totals.push_back(
          {"payments of a batch", batch.count, computed, batch.count == computed, batch.line});
    }
    if (batch.total.empty()) continue;
    if (!batch.total_amount) {
      totals.push_back({"sum of a batch", batch.total, "no amount", false, batch.line});
      continue;
    }
    const auto sum = sum_of_details(entry, batch);
    const Money amount = batch.total_amount.value();
    const Money whole =
        entry.is_credit() ? entry.amount : Money(-entry.amount.minor(), entry.amount.currency());
    if (sum) {
      totals.push_back({"sum of a batch", amount.text(), sum->text(), *sum == amount, batch.line});
    } else if (entry.batches.size() == 1) {
      totals.push_back(
          {"sum of a batch", amount.text(), whole.text(), whole == amount, batch.line});
    }
  }
}

}  // namespace recoup
