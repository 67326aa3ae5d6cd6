// seizure_table.hpp: reads a list of seizures as a profile says.
#pragma once

#include <optional>

#include "profile/table.hpp"
#include "recoup/importers/importer.hpp"
#include "seizures/seizure_profile.hpp"

namespace recoup {

/// Reads the table. `format` is the caller's. A record that is doubtful comes in and is named in
/// the notes; one of which no record can be made is a rejection. Cash with an amount is also an
/// entry, as in `import_seizures`.
///
///   Errors  Of the whole table: malformed (another header), usage (`options` name no currency or
///           order of dates that there is).
Result<Import> import_seizure_table(const Table& table, const SeizureProfile& profile,
                                    const Document& document, const ImportOptions& options,
                                    std::optional<Date> saved_on = std::nullopt);

}  // namespace recoup
