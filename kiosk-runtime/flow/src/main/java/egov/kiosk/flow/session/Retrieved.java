package egov.kiosk.flow.session;

import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.Licence;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.LicenceProof;
import egov.kiosk.domain.transaction.Material;
import egov.kiosk.domain.transaction.ServiceItem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the platform knew of the citizen and offers for form and papers (数据调用). Guarded by the
 * desk's lock.
 */
public final class Retrieved {
  private final Map<String, String> offered = new HashMap<>();
  private final Map<String, Licence> licences = new HashMap<>();
  private final Set<String> onPaper = new HashSet<>();
  private boolean settled;

  /** Whether it was asked, refused, or there was nobody to ask: the citizen is not asked again. */
  boolean settled() {
    return settled;
  }

  /** From now on the citizen is not asked again. */
  public void settle() {
    settled = true;
  }

  /** Takes over what came; answers the citizen gave already stay, and what does not fit goes. */
  public void take(ServiceItem item, InquiryAnswer answer, Map<String, String> answers) {
    answer.licences().forEach(licence -> licences.put(licence.type(), licence));
    for (FormQuestion question : item.questions()) {
      String value = question.fromPlatform().map(answer.fields()::get).orElse("");
      if (!value.isEmpty() && !answers.containsKey(question.id()) && fits(question, value)) {
        offered.put(question.id(), value);
        answers.put(question.id(), value);
      }
    }
  }

  private static boolean fits(FormQuestion question, String value) {
    // That there is no phone is the citizen's alone to say.
    return question.check(value).isEmpty() && !NoPhone.is(question, value);
  }

  /** Whether the answer is still the platform's and not the citizen's own: then it is masked. */
  public boolean offered(FormQuestion question, Map<String, String> answers) {
    String value = offered.get(question.id());
    return value != null && Objects.equals(value, answers.get(question.id()));
  }

  /** Whether any answer is masked. */
  public boolean anyOffered(Map<String, String> answers) {
    return offered.entrySet().stream()
        .anyMatch(entry -> entry.getValue().equals(answers.get(entry.getKey())));
  }

  /** The licence that can stand in for a paper, if the citizen has one. */
  public Optional<Licence> licence(Material material) {
    return material.licence().map(licences::get);
  }

  /** Whether the licence does stand in for it. */
  public boolean spares(Material material) {
    return licence(material).isPresent() && !onPaper.contains(material.id());
  }

  /** The citizen's choice: the licence, or the paper after all. */
  public void use(Material material, boolean licence) {
    if (licence) {
      onPaper.remove(material.id());
    } else {
      onPaper.add(material.id());
    }
  }

  /** What the signed transaction names. */
  public List<LicenceProof> proofs(ServiceItem item) {
    return item.materials().stream()
        .filter(this::spares)
        .map(material -> proof(material, licence(material).orElseThrow()))
        .toList();
  }

  private static LicenceProof proof(Material material, Licence licence) {
    return new LicenceProof(material.id(), licence.type(), licence.sm3());
  }

  void wipe() {
    offered.clear();
    licences.clear();
    onPaper.clear();
    settled = false;
  }
}
