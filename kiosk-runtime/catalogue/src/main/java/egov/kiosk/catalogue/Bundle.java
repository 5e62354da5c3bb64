package egov.kiosk.catalogue;

import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.transaction.AgeLimits;
import egov.kiosk.domain.transaction.DeviceNeed;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.ItemProfile;
import egov.kiosk.domain.transaction.Material;
import egov.kiosk.domain.transaction.MemberRefusedException;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.Verification;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Several items done as one (一件事): one consent, one identity, one form and one set of papers, each
 * question asked once. The bundle's own entry says names and consents; the rest comes together here
 * from the items it names.
 */
final class Bundle {
  private static final int MOST_QUESTIONS = 20;
  private static final int MOST_MATERIALS = 12;

  private final Entry entry;
  private final Map<String, FormQuestion> questions = new LinkedHashMap<>();
  private final Map<String, Material> materials = new LinkedHashMap<>();
  private final Set<DeviceNeed> needs = EnumSet.noneOf(DeviceNeed.class);
  private IdentityLevel level = IdentityLevel.NONE;
  private Verification verification = Verification.FACE_OR_STAFF;
  private AgeLimits ages = AgeLimits.NONE;
  private final Set<CredentialKind> entries = EnumSet.allOf(CredentialKind.class);
  private boolean online;
  private boolean signed;

  private Bundle(Entry entry) {
    this.entry = entry;
    take(entry.item());
  }

  /**
   * The item as it is done: a bundle with all it needs, any other as it was written.
   *
   * @param item finds another item by its code, null when there is none
   */
  static ServiceItem whole(Entry entry, Function<String, ServiceItem> item)
      throws EntryRefusedException {
    List<String> codes = entry.item().profile().bundle();
    if (codes.isEmpty()) {
      return entry.item();
    }
    Bundle bundle = new Bundle(entry);
    for (int i = 0; i < codes.size(); i++) {
      bundle.add("/bundle/" + i, item.apply(codes.get(i)));
    }
    return bundle.item();
  }

  private void add(String pointer, ServiceItem member) throws EntryRefusedException {
    if (member == null) {
      throw entry.refused(pointer, "names an item that is not in service");
    }
    if (!member.profile().bundle().isEmpty()) {
      throw entry.refused(pointer, "names a bundle; a bundle holds plain items only");
    }
    if (member.offlineClass() == OfflineClass.LOCAL) {
      throw entry.refused(pointer, "names a LOCAL item, which sends nothing");
    }
    try {
      take(member);
    } catch (IllegalArgumentException e) {
      throw entry.refused(pointer, e.getMessage());
    }
  }

  private void take(ServiceItem item) {
    item.questions().forEach(question -> same(questions, question.id(), question));
    item.materials().forEach(material -> same(materials, material.id(), material));
    needs.addAll(item.needs());
    level = item.identityLevel().compareTo(level) > 0 ? item.identityLevel() : level;
    Verification way = item.profile().verification();
    verification = way.compareTo(verification) > 0 ? way : verification;
    entries.retainAll(item.profile().entries());
    ages = ages.within(item.profile().ages());
    online |= item.offlineClass() == OfflineClass.ONLINE_ONLY;
    signed |= item.signed();
  }

  /** One id is one thing throughout: whoever answers once must have answered all of them. */
  private static <T> void same(Map<String, T> all, String id, T one) {
    T before = all.putIfAbsent(id, one);
    if (before != null && !before.equals(one)) {
      throw new IllegalArgumentException(
          "names an item that means another thing by the id " + id + " than the ones before it");
    }
  }

  private ServiceItem item() throws EntryRefusedException {
    if (questions.size() > MOST_QUESTIONS || materials.size() > MOST_MATERIALS) {
      throw entry.refused(
          "/bundle",
          "brings together more than "
              + MOST_QUESTIONS
              + " questions or "
              + MOST_MATERIALS
              + " materials");
    }
    ServiceItem whole = together();
    Optional<String> broken = RetrievalRule.broken(whole);
    if (broken.isPresent()) {
      throw entry.refused("/consents", broken.get());
    }
    return whole;
  }

  private ServiceItem together() throws EntryRefusedException {
    ServiceItem own = entry.item();
    ItemProfile said = own.profile();
    try {
      return new ServiceItem(
          own.code(),
          own.version(),
          own.name(),
          own.nameEnglish(),
          own.summary(),
          own.answerIn(),
          online ? OfflineClass.ONLINE_ONLY : OfflineClass.QUEUE_OK,
          level,
          needs,
          own.consents(),
          new ArrayList<>(questions.values()),
          own.guide(),
          own.urgent(),
          new ArrayList<>(materials.values()),
          signed,
          own.copy(),
          new ItemProfile(
              verification,
              said.listing(),
              said.outcome(),
              said.payment(),
              said.patience(),
              said.bundle(),
              said.jurisdiction(),
              ages,
              entries));
    } catch (MemberRefusedException e) {
      throw entry.refused("/bundle", "brings together what does not fit: " + e.getMessage());
    }
  }
}
