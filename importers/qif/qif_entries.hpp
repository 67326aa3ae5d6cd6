// qif_entries.hpp: makes entries of one section of a QIF document.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "account_blocks.hpp"
#include "qif/qif_dates.hpp"
#include "qif/qif_records.hpp"
#include "recoup/importers/importer.hpp"

namespace recoup {

/// How the values of a document are read, and what has been made of it so far.
struct QifDocument {
  const Document& source;
  const ImportOptions& options;
  Currency currency = gbp;
  QifDateReading dates = {};
  std::optional<DecimalMark> mark = {};
  Import import = {};
  std::vector<AccountBlock> blocks = {};
  std::size_t unnamed = 0;

  void reject(const QifRecord& record, Error error);
  void hold_back(const QifRecord& record, std::string why);
};

/// Adds what a section of entries says as one statement: its entries, its opening balance, what
/// its splits come to, rejections and notes. `account` is the name that the document gives it, or
/// "": then the record of the opening balance may name it, or the options.
void read_qif_entries(const QifSection& section, std::string account, QifDocument& document);

}  // namespace recoup
