package egov.kiosk.codescanner.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.codescanner.code.Alphabet;
import egov.kiosk.codescanner.code.CodeRule;
import egov.kiosk.domain.device.CodeKind;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class CodeScannerComponentTest {
  private final List<Object> registered = new ArrayList<>();

  private static CodeScannerConfiguration configuration(Map<String, Object> values) {
    return proxy(
        CodeScannerConfiguration.class,
        (proxy, method, arguments) ->
            method.getDeclaringClass() == Annotation.class
                ? CodeScannerConfiguration.class
                : values.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler answers) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
  }

  private BundleContext context() {
    return proxy(
        BundleContext.class,
        (proxy, method, arguments) -> {
          Object service = arguments[1];
          registered.add(service);
          return proxy(
              ServiceRegistration.class,
              (registration, any, none) -> {
                registered.remove(service);
                return null;
              });
        });
  }

  @Test
  void notEnabled_isNoDeviceAndNoFinding() {
    var component = new CodeScannerComponent(context(), configuration(Map.of()));
    assertEquals(List.of(), registered);
    component.deactivate();
  }

  @Test
  void enabled_registersScannerAndCheckAndFollowsTheConfiguration() {
    var component = new CodeScannerComponent(context(), configuration(Map.of("enabled", true)));
    List<Object> first = List.copyOf(registered);
    assertEquals(2, first.size());
    component.modified(configuration(Map.of("enabled", true)));
    assertEquals(first, registered, "unchanged touches nothing");
    component.modified(configuration(Map.of("enabled", false)));
    assertEquals(List.of(), registered);
    component.deactivate();
  }

  @Test
  void rules_areReadOrRefusedByName() {
    var settings =
        CodeScannerComponent.settings(
            configuration(Map.of("enabled", true, "provincial", "20-40 DIGITS")));
    assertEquals(
        Optional.of(new CodeRule(20, 40, Alphabet.DIGITS)),
        settings.map(all -> all.rules().get(CodeKind.PROVINCIAL)));
    for (String wrong :
        new String[] {"", "20", "20-40", "20-40 ANY", "40-20 DIGITS", "1-9999 DIGITS"}) {
      var refused =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  CodeScannerComponent.settings(
                      configuration(Map.of("enabled", true, "provincial", wrong))),
              wrong);
      assertTrue(refused.getMessage().length() > 10);
    }
  }
}
