#include "words.hpp"

#include <set>

namespace recoup {
namespace {

/// "the debit gives the number of the credit's account".
void add_said(std::string& words, std::string_view leg, Says says, std::string_view other) {
  words += leg;
  switch (says) {
    case Says::number: words += " gives the number of the "; break;
    case Says::in_part: words += " gives the name or the last digits of the "; break;
    case Says::nothing: words += " names nobody"; return;
    case Says::unknown: words += " gives a name by which the holder of the "; break;
    case Says::another: words += " names another account"; return;
  }
  words += other;
  words += says == Says::unknown ? "'s account is not known" : "'s account";
}

/// A sentence of a strong pair has room in it.
constexpr std::size_t words_length = 320;

std::string count_words(std::size_t count, const char* one, const char* more) {
  return std::to_string(count) + " " + (count == 1 ? one : more);
}

}  // namespace

std::string naming_words(const Reading& reading) {
  std::string words;
  words.reserve(words_length);
  add_said(words, "the debit", reading.debit_says, "credit");
  words += ", ";
  add_said(words, "the credit", reading.credit_says, "debit");
  if (reading.shares_identity) words += "; both bear one identity that payer or bank gave";
  if (reading.shares_words) words += "; both bear a word that no other leg around bears";
  return words;
}

std::string days_words(const Field& field, const Reading& reading) {
  const Date debit = field.day(reading.debit);
  const Date credit = field.day(reading.credit);
  if (debit == credit) return "booked on " + iso_text(debit);
  const int lag = reading.lag < 0 ? -reading.lag : reading.lag;
  std::string words = "booked on ";
  words += iso_text(debit);
  words += " and ";
  words += iso_text(credit);
  words += ", ";
  words += std::to_string(lag);
  words += lag == 1 ? " working day apart" : " working days apart";
  return words;
}

std::string strong_words(const Field& field, const Lags& lags, const CertainPair& pair) {
  const Reading& reading = pair.reading;
  const Currency currency = field.ledger.currency[index(reading.debit)];
  std::string words = naming_words(reading);
  words += "; both show ";
  words += Money(field.amount(reading.debit), currency).text();
  words += ", ";
  words += days_words(field, reading);
  const std::string learned = lags.words(reading.debit, reading.credit);
  if (!learned.empty()) words += " (" + learned + ")";
  if (pair.alike > 1) {
    words += "; " + std::to_string(pair.alike) +
             " such transfers are alike and are paired in statement order";
  } else {
    words += "; no other reading explains as much";
  }
  words.shrink_to_fit();
  return words;
}

std::string charged_words(const Field& field, const Reading& reading) {
  const Currency currency = field.ledger.currency[index(reading.debit)];
  const MinorUnits paid = field.amount(reading.debit);
  const MinorUnits got = field.amount(reading.credit);
  return naming_words(reading) + "; the debit shows " + Money(paid, currency).text() +
         " and the credit " + Money(got, currency).text() + ": a charge of " +
         Money(paid - got, currency).text() + " was taken out; " + days_words(field, reading) +
         "; no other reading explains as much";
}

std::string exchanged_words(const Field& field, const PublishedSeries& rates,
                            const Reading& reading) {
  const auto amount = [&](LegRow leg) {
    return Money(field.amount(leg), field.ledger.currency[index(leg)]).text();
  };
  return naming_words(reading) + "; the debit shows " + amount(reading.debit) + " and the credit " +
         amount(reading.credit) + "; " + exchange_words(field, rates, reading) + "; " +
         days_words(field, reading) + "; no other reading explains as much";
}

std::string sum_words(const Field& field, const Sum& sum) {
  const bool is_debit = field.ledger.amount_minor[index(sum.whole)] < 0;
  const Currency currency = field.ledger.currency[index(sum.whole)];
  std::string parts;
  for (const LegRow part : sum.parts) {
    parts += (parts.empty() ? "" : " + ") + Money(field.amount(part), currency).plain();
  }
  return std::string("each leg gives the number of the other's account; the ") +
         (is_debit ? "debit of " : "credit of ") + Money(field.amount(sum.whole), currency).text() +
         " is the sum of " + std::to_string(sum.parts.size()) +
         (is_debit ? " credits: " : " debits: ") + parts +
         "; no other choice of the legs around comes to it";
}

std::string review_words(const Field& field, ReadingSet set, const std::string& doubt) {
  std::set<LegRow> debits;
  std::set<LegRow> credits;
  for (const Reading& reading : set) {
    debits.insert(reading.debit);
    credits.insert(reading.credit);
  }
  if (set.size() == 1) {
    return naming_words(set[0]) + ", " + days_words(field, set[0]) + "; " +
           (doubt.empty() ? "that is not enough to be certain" : doubt);
  }
  std::string words = count_words(debits.size(), "debit", "debits") + " and " +
                      count_words(credits.size(), "credit", "credits") + " may belong together";
  if (debits.size() + credits.size() > set_legs_max) {
    return words + "; so large a set is not searched";
  }
  return words + "; " + (doubt.empty() ? "more than one reading fits" : doubt);
}

}  // namespace recoup
