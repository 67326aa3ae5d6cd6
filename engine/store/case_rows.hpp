// case_rows.hpp: case facts and seizures as rows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/records/import.hpp"
#include "sqlite.hpp"

namespace recoup {

[[nodiscard]] Result<void> write_facts(const SqliteConnection& connection, std::int64_t document_id,
                                       const std::vector<CaseFact>& facts);
/// In the order of the document.
[[nodiscard]] Result<std::vector<CaseFact>> read_facts(const SqliteConnection& connection,
                                                       std::int64_t document_id);
/// As `Store::case_facts`.
[[nodiscard]] Result<std::vector<HeldFact>> read_facts_of_case(const SqliteConnection& connection,
                                                               std::string_view case_id);

[[nodiscard]] Result<void> write_seizures(const SqliteConnection& connection,
                                          std::int64_t document_id,
                                          const std::vector<Seizure>& seizures);
/// In the order of the document.
[[nodiscard]] Result<std::vector<Seizure>> read_seizures(const SqliteConnection& connection,
                                                         std::int64_t document_id);

}  // namespace recoup
