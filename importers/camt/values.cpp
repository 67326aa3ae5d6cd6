#include "camt/values.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

/// Whether `zone` is what may follow a day: nothing, "Z" or an offset.
bool is_zone(std::string_view zone) {
  if (zone.find_first_of("Z+-") != 0) return false;
  return BookingTime::parse("2000-01-01T12:00:00" + std::string(zone)).has_value();
}

struct CutTime {
  std::string text;
  bool lost = false;
};

/// The time with at most six decimals of a second.
CutTime cut_to_micros(std::string_view text) {
  CutTime cut{std::string(text), false};
  const std::size_t point = cut.text.find('.');
  if (point == std::string::npos) return cut;
  constexpr std::size_t decimals_max = 6;
  std::size_t end = point + 1;
  while (end < cut.text.size() && is_digit(cut.text[end])) ++end;
  if (end - point - 1 <= decimals_max) return cut;
  const std::size_t kept = point + 1 + decimals_max;
  cut.lost = cut.text.substr(kept, end - kept).find_first_not_of('0') != std::string::npos;
  cut.text.erase(kept, end - kept);
  return cut;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ') out += c;
  }
  return out;
}

}  // namespace

void CamtRemarks::add(std::string_view what, std::uint64_t line) {
  const auto known = places_.find(what);
  if (known != places_.end()) {
    ++remarks_[known->second].times;
    return;
  }
  places_.emplace(std::string(what), remarks_.size());
  remarks_.push_back({std::string(what), line, 1});
}

std::vector<std::string> CamtRemarks::sentences() const {
  std::vector<std::string> sentences;
  for (const Remark& remark : remarks_) {
    const std::string line = " on line " + std::to_string(remark.first_line);
    sentences.push_back(remark.what + (remark.times == 1 ? " (" + line.substr(1) + ")"
                                                         : " (" + std::to_string(remark.times) +
                                                               " times, first" + line + ")"));
  }
  return sentences;
}

Result<Money> parse_camt_amount(std::string_view text, Currency currency) {
  std::string plain(text.starts_with('+') ? text.substr(1) : text);
  const std::size_t point = std::min(plain.find('.'), plain.size());
  const std::string_view decimals =
      std::string_view(plain).substr(std::min(point + 1, plain.size()));
  const bool has_digits = point > 0 || !decimals.empty();
  if (!has_digits || !all_digits(std::string_view(plain).substr(0, point)) ||
      !all_digits(decimals)) {
    return Error{ErrorCode::malformed,
                 quoted(text),
                 "an amount such as 1250.05, without a sign and without groups",
                 {}};
  }
  const auto kept = static_cast<std::size_t>(currency.decimals());
  if (decimals.size() > kept && decimals.find_first_not_of('0', kept) == std::string_view::npos) {
    plain.erase(point + 1 + kept);
  }
  if (plain.ends_with('.')) plain.pop_back();
  if (point == 0) plain.insert(0, 1, '0');
  auto sum = Money::parse_plain(plain, currency);
  if (sum) return sum;
  Error error = std::move(sum).error();
  error.found = quoted(text);
  return error;
}

Result<Money> read_camt_amount(CamtElement amount, const CamtCurrency& fallback,
                               CamtRemarks& remarks) {
  Currency currency = fallback.of_account.value_or(gbp);
  if (!amount.currency().empty()) {
    auto stated = Currency::parse(amount.currency());
    if (!stated) return std::move(stated).error();
    currency = stated.value();
  } else if (amount.exists()) {
    remarks.add(fallback.of_account
                    ? "an amount names no currency; that of the account was taken"
                    : "an amount and its account name no currency; GBP was assumed, and --currency "
                      "says another",
                amount.line());
  }
  return parse_camt_amount(amount.value(), currency);
}

Result<bool> read_camt_direction(CamtElement indicator) {
  if (indicator.value() == "CRDT") return true;
  if (indicator.value() == "DBIT") return false;
  return Error{ErrorCode::malformed, quoted(indicator.value()), "CRDT or DBIT", {}};
}

Result<BookingTime> read_camt_time(CamtElement time, CamtRemarks& remarks) {
  const std::string_view text = time.value();
  constexpr std::size_t day_size = 10;
  if (text.size() <= day_size || is_zone(text.substr(day_size))) {
    RECOUP_TRY(day, parse_date(text.substr(0, day_size)));
    return BookingTime(day);
  }
  const CutTime cut = cut_to_micros(text);
  auto read = BookingTime::parse(cut.text);
  if (!read) {
    Error error = std::move(read).error();
    error.found = quoted(text);
    return error;
  }
  if (cut.lost) remarks.add("a time finer than a microsecond was cut", time.line());
  const CivilTime civil = read.value().civil();
  if (civil.micros_of_day() != 0) return read;
  remarks.add("a booking time of midnight was read as the day alone", time.line());
  return BookingTime(civil.date());
}

Result<Date> read_camt_day(CamtElement date) {
  CamtElement place = date;
  if (date.child("Dt").exists()) place = date.child("Dt");
  if (date.child("DtTm").exists()) place = date.child("DtTm");
  CamtRemarks unused;
  RECOUP_TRY(time, read_camt_time(place, unused));
  return time.civil().date();
}

bool is_camt_true(CamtElement indicator) {
  return indicator.value() == "true" || indicator.value() == "1";
}

bool is_camt_placeholder(std::string_view identifier) {
  constexpr std::size_t longest = std::string_view("not provided").size();
  if (identifier.size() > longest) return false;
  // EPC SEPA rulebooks for the first; banks carry the last over from MT940.
  const std::string lower = ascii_lower(identifier);
  return lower == "notprovided" || lower == "not provided" || lower == "nonref";
}

std::optional<CamtPage> read_camt_page(CamtElement pages) {
  const std::string_view text = pages.child("PgNb").value();
  CamtPage page;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), page.number);
  const bool is_whole = fault == std::errc() && end == text.data() + text.size();
  if (!is_whole || page.number == 0) return std::nullopt;
  page.is_last = is_camt_true(pages.child("LastPgInd"));
  return page;
}

std::string camt_account_name(CamtElement account, CamtElement servicer) {
  const CamtElement id = account.child("Id");
  const std::string iban = without_blanks(id.child("IBAN").value());
  if (!iban.empty()) return iban;
  std::string_view number;
  for (const std::string_view path : {"Othr/Id", "BBAN", "PrtryAcct/Id", "UPIC"}) {
    if (number.empty()) number = id.at(path).value();
  }
  if (number.empty()) number = account.at("Prxy/Id").value();
  const CamtElement member = servicer.at("FinInstnId/ClrSysMmbId");
  const std::string_view code = member.child("MmbId").value();
  constexpr std::size_t sort_code_size = 6;
  constexpr std::size_t account_size = 8;
  const bool is_british = member.at("ClrSysId/Cd").value() == "GBDSC";
  if (is_british && code.size() == sort_code_size && all_digits(code) &&
      number.size() == account_size && all_digits(number)) {
    return std::string(code.substr(0, 2)) + "-" + std::string(code.substr(2, 2)) + "-" +
           std::string(code.substr(4)) + " " + std::string(number);
  }
  return std::string(number);
}

Error camt_error(Error error, CamtElement element, CamtElement parent, std::string_view path) {
  if (!element.exists()) error.found = "no <" + std::string(path) + ">";
  error.place.field = std::string(parent.name()) + "/" + std::string(path);
  error.place.line = element.exists() ? element.line() : parent.line();
  return error;
}

}  // namespace recoup
