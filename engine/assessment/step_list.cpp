#include "step_list.hpp"

#include <algorithm>
#include <utility>

namespace recoup {
namespace {

void add_once(std::vector<std::string>& all, const std::string& one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

}  // namespace

Step& StepList::add(std::string sentence, std::string authority) {
  Step step;
  step.number = static_cast<int>(assessment_.steps.size()) + 1;
  step.sentence = prefix_ + std::move(sentence);
  step.authority = std::move(authority);
  assessment_.steps.push_back(std::move(step));
  return assessment_.steps.back();
}

void StepList::want(Step& step, const std::vector<std::string>& missing) {
  if (missing.empty()) return;
  step.determined = false;
  for (const std::string& fact : missing) {
    add_once(step.missing, fact);
    add_once(assessment_.missing, fact);
  }
}

}  // namespace recoup
