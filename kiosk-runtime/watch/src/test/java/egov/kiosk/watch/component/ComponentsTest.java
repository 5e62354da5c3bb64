package egov.kiosk.watch.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.watch.PartsCheck.Unmade;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Components as Declarative Services describes them. */
class ComponentsTest {
  private static final String SEALER = "egov.kiosk.domain.Sealer";
  private static final int ACTIVE = ComponentConfigurationDTO.ACTIVE;
  private static final int FAILED = ComponentConfigurationDTO.FAILED_ACTIVATION;
  private static final int LACKS = ComponentConfigurationDTO.UNSATISFIED_REFERENCE;
  private static final int UNCONFIGURED = ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION;

  private final Map<ComponentDescriptionDTO, Collection<ComponentConfigurationDTO>> all =
      new LinkedHashMap<>();

  private void component(String name, int state, String offers, String... wants) {
    ComponentDescriptionDTO one = new ComponentDescriptionDTO();
    one.name = name;
    one.implementationClass = "egov.kiosk." + name;
    one.configurationPid = new String[] {name};
    one.serviceInterfaces = offers.isEmpty() ? new String[0] : new String[] {offers};
    one.references = new ReferenceDTO[wants.length];
    ComponentConfigurationDTO made = new ComponentConfigurationDTO();
    made.state = state;
    made.failure =
        state == FAILED
            ? "java.lang.IllegalArgumentException: " + name + ": bad\n\tat egov.kiosk.A.b(A.java)"
            : null;
    made.unsatisfiedReferences = new UnsatisfiedReferenceDTO[wants.length];
    for (int i = 0; i < wants.length; i++) {
      one.references[i] = new ReferenceDTO();
      one.references[i].name = "wanted" + i;
      one.references[i].interfaceName = wants[i];
      made.unsatisfiedReferences[i] = new UnsatisfiedReferenceDTO();
      made.unsatisfiedReferences[i].name = "wanted" + i;
    }
    all.put(one, List.of(made));
  }

  private List<String> unmade() {
    return Components.unmade(all).stream().map(Unmade::toString).toList();
  }

  private static String lacks(String name, String what) {
    return new Unmade(name, "nothing offers " + what).toString();
  }

  @Test
  void whatNobodyOffers_isNamedWithTheComponentThatLacksIt() {
    component("flow", LACKS, "", SEALER);
    component("watch", ACTIVE, "egov.kiosk.domain.Watch");
    assertEquals(List.of(lacks("flow", "Sealer")), unmade());
  }

  @Test
  void whoLacksWhatFailed_isNoNewsBesideIt() {
    component("uplink", LACKS, "egov.kiosk.domain.Uplink", SEALER);
    component("agent", LACKS, "", "egov.kiosk.domain.Uplink");
    component("crypto", FAILED, SEALER);
    assertEquals(List.of(new Unmade("crypto", "crypto: bad").toString()), unmade());
  }

  @Test
  void whatNobodyConfigured_isNoFault_norIsWhoLacksIt() {
    component("attachments", UNCONFIGURED, "egov.kiosk.domain.Attachments");
    component("sealed-slips", LACKS, "egov.kiosk.domain.Slips", "egov.kiosk.domain.Attachments");
    component("slips-page", LACKS, "", "egov.kiosk.domain.Slips");
    assertEquals(List.of(), unmade());
  }

  @Test
  void askingForACertainKind_anotherAssembly_andAnotherHouse_areNoFaults() {
    component("sealed-slips", LACKS, "", SEALER);
    all.values().iterator().next().iterator().next().unsatisfiedReferences[0].target = "(seal=yes)";
    component("supervision", LACKS, "", "egov.kiosk.launcher.port.Served");
    component("theirs", LACKS, "", "com.acme.Thing");
    all.keySet().stream()
        .filter(one -> one.name.equals("theirs"))
        .forEach(one -> one.implementationClass = "com.acme.Theirs");
    assertEquals(List.of(), unmade());
  }

  /** Field work offers its station in code, on a grid worker's machine only. */
  @Test
  void whatOnlyItsOwnRoomCouldOffer_isNoFault() {
    component("orders", LACKS, "", "egov.kiosk.Station");
    assertEquals(List.of(), unmade());
    component("wipe", LACKS, "", "egov.kiosk.other.Station");
    assertEquals(List.of(lacks("wipe", "Station")), unmade());
  }

  @Test
  void twoThatWaitForOneAnother_areBothNamed() {
    component("one", LACKS, "egov.kiosk.domain.One", "egov.kiosk.domain.Two");
    component("two", LACKS, "egov.kiosk.domain.Two", "egov.kiosk.domain.One");
    assertEquals(2, unmade().size());
  }

  @Test
  void oneOfferThatIsThere_isEnoughToTellThatTheOtherIsNotTheReason() {
    component("crypto", ACTIVE, SEALER);
    component("flow", LACKS, "", SEALER);
    assertEquals(List.of(lacks("flow", "Sealer")), unmade());
  }
}
