// step_list.hpp: the numbered sentences of an assessment as they are written.
#pragma once

#include <string>
#include <vector>

#include "recoup/assessment/assessment.hpp"

namespace recoup {

/// Adds steps to an assessment, which must outlive it.
class StepList {
 public:
  explicit StepList(Assessment& assessment) : assessment_(assessment) {}

  /// What every sentence from here on begins with.
  void begin_with(std::string prefix) { prefix_ = std::move(prefix); }
  /// The new step, good until the next one is added.
  Step& add(std::string sentence, std::string authority);
  /// Marks a step as provisional for want of these facts.
  void want(Step& step, const std::vector<std::string>& missing);
  void note(std::string words) { assessment_.notes.push_back(std::move(words)); }

 private:
  Assessment& assessment_;
  std::string prefix_;
};

}  // namespace recoup
