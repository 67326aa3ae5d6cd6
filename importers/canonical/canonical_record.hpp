// canonical_record.hpp: one record of canonical CSV as an entry, or as what is wrong with it.
#pragma once

#include <string>

#include "csv/reader.hpp"
#include "recoup/records/record_sink.hpp"

namespace recoup {

/// Hands the record of `document` to the sink, as an entry or a rejection; what the sink answers.
bool take_canonical_record(const CsvRecord& record, const std::string& document, RecordSink& sink);

}  // namespace recoup
