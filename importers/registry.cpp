#include <array>
#include <exception>

#include "bai2/bai2_importer.hpp"
#include "bundle/bundle_importer.hpp"
#include "camt/camt_importer.hpp"
#include "canonical/canonical_importer.hpp"
#include "canonical/canonical_stream.hpp"
#include "case/case_importer.hpp"
#include "csv/csv_importer.hpp"
#include "decisions/decisions_importer.hpp"
#include "formats.hpp"
#include "mt940/mt940_importer.hpp"
#include "ofx/ofx_importer.hpp"
#include "pdf/pdf_importer.hpp"
#include "qif/qif_importer.hpp"
#include "recoup/base/text.hpp"
#include "seizures/seizures_importer.hpp"
#include "seizures/totals_importer.hpp"
#include "series/series_importer.hpp"
#include "subjects/intelligence_importer.hpp"
#include "subjects/links_importer.hpp"
#include "xlsx/xlsx_importer.hpp"

namespace recoup {
namespace {

constexpr std::array formats = {
    Format{"bank-holidays", "bank holidays as GOV.UK publishes them (JSON)", is_bank_holidays,
           import_bank_holidays},
    // Behind the one above: it recognises JSON of any kind.
    Format{"case", "a case file (JSON)", is_case, import_case},
    Format{"pdf", "a PDF document", is_pdf, import_pdf},
    Format{"ofx", "an OFX statement", is_ofx, import_ofx},
    Format{"camt", "a camt.052, camt.053 or camt.054 message (XML)", is_camt, import_camt},
    Format{"bai2", "a BAI2 file", is_bai2, import_bai2},
    Format{"qif", "a QIF file", is_qif, import_qif},
    Format{"canonical", "canonical transactions (CSV)", is_canonical, import_canonical},
    Format{"seizures", "seizures (CSV)", is_seizures, import_seizures},
    Format{"mt940", "an MT940 statement", is_mt940, import_mt940},
    Format{"xlsx", "a workbook (XLSX)", is_xlsx, import_xlsx},
    Format{"bundle", "a ZIP archive of documents", is_bundle, import_bundle},
    Format{"rates", "reference rates of the European Central Bank (CSV)", is_rates, import_rates},
    Format{"ons", "a time series of the Office for National Statistics (CSV)", is_ons, import_ons},
    Format{"totals", "totals of seizures or forfeitures (CSV)", is_totals, import_totals},
    Format{"decisions", "decisions on transfers and accounts (CSV)", is_decisions,
           import_decisions},
    Format{"intelligence", "graded reports of partner agencies (CSV)", is_intelligence,
           import_intelligence},
    Format{"links", "links between the subjects of cases (CSV)", is_links, import_links},
    // The last: it recognises a table of any kind.
    Format{"csv", "a bank's own table (CSV)", is_csv, import_csv},
};

/// "canonical, case and ofx", say.
std::string list_of_formats() {
  const std::vector<std::string_view> names = format_names();
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += i + 1 == names.size() ? " or " : ", ";
    list += names[i];
  }
  return list;
}

}  // namespace

std::span<const Format> all_formats() { return formats; }

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const Format& format : formats) names.push_back(format.name);
  return names;
}

bool is_read_piecewise(std::string_view format) { return format == "canonical"; }

std::unique_ptr<PiecewiseImporter> piecewise_importer(std::string_view format, std::string name,
                                                      RecordSink& sink) {
  if (!is_read_piecewise(format)) return nullptr;
  return std::make_unique<CanonicalStream>(std::move(name), sink);
}

Result<Import> import_document(const Document& document, const ImportOptions& options) {
  std::string wanted = options.format.empty() ? detect_format(document) : options.format;
  // Who names a layout says that it is a table, however little it looks like one.
  if (wanted.empty() && !options.profile.empty()) wanted = "csv";
  for (const Format& known : formats) {
    if (known.name != wanted) continue;
    try {
      return known.read(document, options);
    } catch (const std::exception& fault) {
      // Memory is all that can run out below; the document is then too large for this machine.
      return Error{ErrorCode::out_of_range,
                   fault.what(),
                   "a document that fits into memory",
                   {document.name, 0, ""}};
    }
  }
  if (!options.format.empty()) {
    return Error{
        ErrorCode::usage, quoted(options.format), list_of_formats(), {document.name, 0, "format"}};
  }
  return Error{ErrorCode::malformed,
               looks_like(document),
               "a document of a format that `recoup import --help` lists",
               {document.name, 0, ""}};
}

}  // namespace recoup
