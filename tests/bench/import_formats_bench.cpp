// import_formats_bench.cpp: how many megabytes of a format are read in a second of one processor.
//
//   import_formats_bench [MEGABYTES]
//
// Each document is made here, read three times, and the fastest reading is printed. Processor time
// counts, so that other programs do not. It is no test: its figures are those of the machine.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <iomanip>
#include <iostream>
#include <string>
#include <vector>

#include "recoup/importers/importer.hpp"

namespace recoup {
namespace {

/// A document of about `bytes` bytes, made by repeating what `part(n)` gives for n = 0, 1, 2 ...
template <typename Part>
std::string repeated(std::size_t bytes, const Part& part) {
  std::string text;
  text.reserve(bytes + bytes / 8);
  for (std::uint64_t n = 0; text.size() < bytes; ++n) text += part(n);
  return text;
}

/// Statements of twenty entries each, with the words that a German bank writes.
std::string mt940_of(std::size_t bytes) {
  return repeated(bytes, [](std::uint64_t n) {
    const std::string number = std::to_string(n);
    std::string statement = ":20:STARTUMS\r\n:25:20041010/0123456789\r\n:28C:" + number +
                            "/1\r\n:60F:C250303EUR1000,00\r\n";
    for (int i = 0; i < 20; ++i) {
      const std::string cents = std::to_string(10 + i);
      statement += ":61:2503040304DR" + number + "," + cents + "NTRFNONREF//B" + number + "X" +
                   cents + "\r\n:86:166?00SEPA TRANSFER?10931?20EREF+INV " + number + "-" + cents +
                   "?21MREF+M-77?22SVWZ+\r\nrent of the garden in March?30ABCDDEFFXXX?31DE893704"
                   "00440532013000\r\n?32Orla Fenwick?34992\r\n";
    }
    return statement + ":62F:C250304EUR0,00\r\n-\r\n";
  });
}

struct BenchFormat {
  const char* name;
  std::string (*make)(std::size_t bytes);
};

const std::vector<BenchFormat>& bench_formats() {
  static const std::vector<BenchFormat> formats = {{"mt940", mt940_of}};
  return formats;
}

/// Microseconds of one reading; 0 where the document is refused.
std::uint64_t time_of(const Document& document, std::size_t& records) {
  const std::clock_t begin = std::clock();
  const auto import = import_document(document);
  const std::clock_t end = std::clock();
  if (!import || !import.value().rejections.empty()) return 0;
  records = import.value().transactions.size();
  constexpr std::uint64_t micros_per_tick = 1'000'000 / CLOCKS_PER_SEC;
  return std::max<std::uint64_t>(1, static_cast<std::uint64_t>(end - begin) * micros_per_tick);
}

int run(std::size_t megabytes) {
  constexpr int readings = 3;
  for (const BenchFormat& format : bench_formats()) {
    const Document document = make_document("bench", format.make(megabytes * 1'000'000));
    std::uint64_t best = 0;
    std::size_t records = 0;
    for (int i = 0; i < readings; ++i) {
      const std::uint64_t micros = time_of(document, records);
      if (micros == 0) {
        std::cerr << format.name << ": the document was not read\n";
        return 1;
      }
      best = best == 0 ? micros : std::min(best, micros);
    }
    std::cout << std::left << std::setw(12) << format.name << std::right << std::setw(8)
              << document.bytes.size() / best << " MB/s" << std::setw(12) << records
              << " records\n";
  }
  return 0;
}

}  // namespace
}  // namespace recoup

int main(int count, char** words) {
  const int megabytes = count > 1 ? std::atoi(words[1]) : 50;
  if (megabytes < 1) {
    std::cerr << "usage: import_formats_bench [MEGABYTES]\n";
    return 64;
  }
  return recoup::run(static_cast<std::size_t>(megabytes));
}
