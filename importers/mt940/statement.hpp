// statement.hpp: makes records of the fields of one MT940 statement.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mt940/fields.hpp"
#include "recoup/importers/importer.hpp"

namespace recoup {

/// Things that a reader should know and that occur often: each is one sentence with its number and
/// its first line.
class Mt940Remarks {
 public:
  void add(std::string sentence, std::uint64_t line);
  /// Adds the sentences, in the order in which they first occurred.
  void write(std::vector<std::string>& notes) const;

 private:
  struct Remark {
    std::string sentence;
    std::uint64_t count = 0;
    std::uint64_t line = 0;
  };
  std::vector<Remark> remarks_;
};

/// What is the same for all statements of a document.
struct Mt940Document {
  const Document& document;
  const ImportOptions& options;
  Import& import;
  Mt940Remarks& remarks;
  std::string account = {};  ///< Of the statement before, for one that carries it on.
};

/// Adds a statement with its entries, balances and totals, and a rejection for every field that
/// cannot be read.
void read_mt940_statement(const Mt940Part& part, Mt940Document& document);

}  // namespace recoup
