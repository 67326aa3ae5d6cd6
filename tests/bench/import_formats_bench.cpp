// import_formats_bench.cpp: how many megabytes of a format are read in a second of one processor.
//
//   import_formats_bench [MEGABYTES [FORMAT [READINGS]]]
//
// Each document is made here, read three times, and the fastest reading is printed. Processor time
// counts, so that other programs do not. For camt, a pass of the same parser that does nothing is
// printed beside it: no reader of XML is faster. It is no test: its figures are those of the
// machine.
#include <Poco/SAX/DefaultHandler.h>
#include <Poco/SAX/SAXParser.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <ctime>
#include <iomanip>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bench_documents.hpp"
#include "recoup/importers/importer.hpp"

namespace recoup {
namespace {

bool read_by_importer(const Document& document, std::size_t& records) {
  const auto import = import_document(document);
  if (!import || !import.value().rejections.empty()) return false;
  records = import.value().transactions.size();
  return true;
}

bool pass_of_parser(const Document& document, std::size_t& records) {
  Poco::XML::DefaultHandler nothing;
  Poco::XML::SAXParser parser("UTF-8");
  parser.setFeature(Poco::XML::XMLReader::FEATURE_NAMESPACES, true);
  parser.setContentHandler(&nothing);
  parser.parseMemoryNP(document.bytes.data(), document.bytes.size());
  records = 0;
  return true;
}

struct BenchFormat {
  std::string_view name;
  std::string (*make)(std::size_t bytes);
  bool (*read)(const Document& document, std::size_t& records) = read_by_importer;
};

const std::vector<BenchFormat>& bench_formats() {
  static const std::vector<BenchFormat> formats = {{"mt940", mt940_of},
                                                   {"ofx", ofx_of},
                                                   {"ofx-xml", ofx_xml_of},
                                                   {"camt", camt_of},
                                                   {"sax", camt_of, pass_of_parser},
                                                   {"csv", csv_of},
                                                   {"canonical", canonical_of},
                                                   {"qif", qif_of},
                                                   {"bai2", bai2_of},
                                                   {"xlsx", xlsx_of}};
  return formats;
}

/// Microseconds of one reading; 0 where the document is refused.
std::uint64_t time_of(const BenchFormat& format, const Document& document, std::size_t& records) {
  const std::clock_t begin = std::clock();
  if (!format.read(document, records)) return 0;
  const std::clock_t end = std::clock();
  constexpr std::uint64_t micros_per_tick = 1'000'000 / CLOCKS_PER_SEC;
  return std::max<std::uint64_t>(1, static_cast<std::uint64_t>(end - begin) * micros_per_tick);
}

bool measure(const BenchFormat& format, std::size_t bytes, std::size_t readings) {
  const Document document = make_document("bench", format.make(bytes));
  // A workbook is packed: what counts is the sheet within.
  const std::size_t size = format.name == "xlsx" ? bytes : document.bytes.size();
  std::uint64_t best = 0;
  std::size_t records = 0;
  for (std::size_t i = 0; i < readings; ++i) {
    const std::uint64_t micros = time_of(format, document, records);
    if (micros == 0) {
      std::cerr << format.name << ": the document was not read\n";
      return false;
    }
    best = best == 0 ? micros : std::min(best, micros);
  }
  std::cout << std::left << std::setw(12) << format.name << std::right << std::setw(8)
            << size / best << " MB/s" << std::setw(12) << records << " records\n";
  return true;
}

/// The number that `word` is, or 0.
std::size_t number_in(std::string_view word) {
  std::size_t number = 0;
  const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), number);
  return fault == std::errc() && end == word.data() + word.size() ? number : 0;
}

int run(std::span<const std::string_view> words) {
  const std::size_t megabytes = words.empty() ? 50 : number_in(words[0]);
  const std::string_view only = words.size() > 1 ? words[1] : "";
  const std::size_t readings = words.size() > 2 ? number_in(words[2]) : 3;
  if (megabytes == 0 || readings == 0 || words.size() > 3) {
    std::cerr << "usage: import_formats_bench [MEGABYTES [FORMAT [READINGS]]]\n";
    return 64;
  }
  bool fine = true;
  for (const BenchFormat& format : bench_formats()) {
    if (!only.empty() && format.name != only) continue;
    fine = measure(format, megabytes * 1'000'000, readings) && fine;
  }
  return fine ? 0 : 1;
}

}  // namespace
}  // namespace recoup

int main(int count, char** words) {
  const std::vector<std::string_view> given(words + 1, words + count);
  return recoup::run(given);
}
