// cell_number.hpp: numbers and dates as workbooks store them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace recoup {

/// A number of a workbook in plain decimal notation.
struct CellNumber {
  std::string text;
  bool is_shortened = false;  ///< It stood there in the machine's form, as `plain_number` says.
};

/// "1.1623836125E8" as "116238361.25"; nothing where the text is no number of XML Schema's "double"
/// or has an exponent beyond 400.
///
///   Exact  Digit by digit: no machine's number is made of it. There is one reading that is not the
///          text: spreadsheets write 17873.4 as 17873.400000000001, the shortest decimal of
///          seventeen digits for the binary number they keep. A number with a point and sixteen or
///          seventeen digits is therefore read as the decimal of fifteen digits next to it where
///          both are the same binary number of 53 bits; it was typed, and is shown, as that. Any
///          other number is read as it stands.
///   Cites  ISO/IEC 29500-1, 18.3.1.96; IEEE 754-2019 binary64.
[[nodiscard]] std::optional<CellNumber> plain_number(std::string_view text);

/// From which day a workbook counts.
enum class DateSystem : std::uint8_t {
  from_1900,  ///< 1 is 1 January 1900, and 60 is a 29 February 1900 that never was.
  from_1904,  ///< 0 is 1 January 1904.
};

/// The day on which the number of a workbook lies: "2012-01-18" for 40926 and for 40926.5. Nothing
/// where there is no such day (the 29 February 1900, days before the first, years above 9999).
[[nodiscard]] std::optional<std::string> day_of_serial(std::string_view plain, DateSystem system);

/// The same with its time of day: "2012-01-18T09:15:00".
///
///   Exact  The fraction of the day is taken to the nearest second, halves upwards, from its first
///          eighteen decimals; a second is about 0.0000116 of a day, and workbooks keep at most
///          eleven decimals of a day of this century.
[[nodiscard]] std::optional<std::string> moment_of_serial(std::string_view plain,
                                                          DateSystem system);

/// A number below one that stands for a time of day: "09:15:00".
[[nodiscard]] std::optional<std::string> time_of_serial(std::string_view plain);

}  // namespace recoup
