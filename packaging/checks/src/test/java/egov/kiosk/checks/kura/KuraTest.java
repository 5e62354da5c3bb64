package egov.kiosk.checks.kura;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/**
 * Our components on the base services of Eclipse Kura, under a configuration service that keeps its
 * rules. None of its code runs here.
 */
@Tag("architecture")
class KuraTest {
  private static final Path BRIDGE = Base.jar("kiosk-kura-bridge");

  @TempDir Path temp;
  private final Map<String, Map<String, Object>> snapshot = new HashMap<>();
  private Path sample;

  @BeforeEach
  void write() throws Exception {
    System.clearProperty("sample.told");
    sample = SampleBundle.write(temp.resolve("sample.jar"));
  }

  @AfterEach
  void clear() {
    System.clearProperty("sample.told");
  }

  private static String told() {
    return System.getProperty("sample.told", "");
  }

  @Test
  void everyPid_listedAndDescribed_noneOfTheFrameworksOwn() throws Exception {
    try (Base base = Base.start(temp.resolve("store"));
        ContractConfiguration service = new ContractConfiguration(base.context(), snapshot)) {
      base.install(sample);
      base.install(BRIDGE);
      Awaitility.await()
          .until(() -> service.listed().keySet().equals(Set.of("kura-bridge", "sample")));
      assertEquals("Sample", service.described("sample").getName());
      assertEquals("Kiosk: bridge", service.described("kura-bridge").getName());
    }
  }

  @Test
  void update_reachesTheComponent_alsoAfterARestartThatForgetsAllElse() throws Exception {
    try (Base base = Base.start(temp.resolve("store"));
        ContractConfiguration service = new ContractConfiguration(base.context(), snapshot)) {
      base.install(sample);
      base.install(BRIDGE);
      Awaitility.await().until(() -> service.listed().containsKey("sample"));
      service.update("sample", Map.of("greeting", "nihao"));
      Awaitility.await().until(() -> told().contains("modified{greeting=nihao, seconds=5}"));
      assertFalse(told().lines().skip(1).anyMatch(line -> line.startsWith("activated")), told());
    }
    System.clearProperty("sample.told");
    try (Base base = Base.start(temp.resolve("another"));
        ContractConfiguration service = new ContractConfiguration(base.context(), snapshot)) {
      base.install(sample);
      base.install(BRIDGE);
      Awaitility.await().until(() -> told().contains("{greeting=nihao, seconds=5}"));
      assertTrue(service.listed().containsKey("sample"));
    }
  }

  @Test
  void password_arrivesSealed_whichIsWhyNoBundleOfOursHasOne() throws Exception {
    try (Base base = Base.start(temp.resolve("store"));
        ContractConfiguration service = new ContractConfiguration(base.context(), snapshot)) {
      base.install(sample);
      base.install(BRIDGE);
      Awaitility.await().until(() -> service.listed().containsKey("sample"));
      service.update("sample", Map.of("word", "open sesame"));
      Awaitility.await().until(() -> told().contains("word=c2VlZA==-"));
      assertFalse(told().contains("open sesame"), "BundleTest.ownBundles_declareNoPassword");
    }
  }

  @Test
  void componentOrBridgeStopped_listedNoMore_andBackAgain() throws Exception {
    try (Base base = Base.start(temp.resolve("store"));
        ContractConfiguration service = new ContractConfiguration(base.context(), snapshot)) {
      Bundle component = base.install(sample);
      Bundle bridge = base.install(BRIDGE);
      Awaitility.await().until(() -> service.listed().size() == 2);
      component.stop();
      Awaitility.await().until(() -> service.listed().keySet().equals(Set.of("kura-bridge")));
      component.start();
      Awaitility.await().until(() -> service.listed().size() == 2);
      bridge.stop();
      Awaitility.await().until(() -> service.listed().isEmpty());
      assertEquals(Bundle.ACTIVE, component.getState());
    }
  }

  @Test
  void everyBundleOfTheKiosk_resolves() throws Exception {
    try (Base base = Base.start(temp.resolve("store"))) {
      assertEquals(List.of(), base.unresolved(TreeOfTheKiosk.bundles()));
    }
  }
}
