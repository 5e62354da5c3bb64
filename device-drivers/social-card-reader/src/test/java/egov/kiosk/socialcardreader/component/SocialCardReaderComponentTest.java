package egov.kiosk.socialcardreader.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class SocialCardReaderComponentTest {
  private final List<Object> registered = new ArrayList<>();

  private static SocialCardReaderConfiguration configuration(Map<String, Object> values) {
    return proxy(
        SocialCardReaderConfiguration.class,
        (method, arguments) ->
            method.getDeclaringClass() == Annotation.class
                ? SocialCardReaderConfiguration.class
                : values.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  private interface Answers {
    Object to(java.lang.reflect.Method method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.to(method, arguments)));
  }

  private BundleContext context() {
    return proxy(
        BundleContext.class,
        (method, arguments) -> {
          Object service = arguments[1];
          registered.add(service);
          return proxy(
              ServiceRegistration.class, (any, none) -> registered.remove(service) ? null : null);
        });
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("device-social-card-reader"))
        .count();
  }

  @Test
  void notEnabled_isNoDeviceAndNoFinding() {
    var component = new SocialCardReaderComponent(context(), configuration(Map.of()));
    assertEquals(List.of(), registered);
    assertEquals(0, threads());
    component.deactivate();
  }

  @Test
  void enabled_registersReaderAndCheckAndFollowsTheConfiguration() {
    var component =
        new SocialCardReaderComponent(context(), configuration(Map.of("enabled", true)));
    List<Object> first = List.copyOf(registered);
    assertEquals(2, first.size());
    component.modified(configuration(Map.of("enabled", true)));
    assertEquals(first, registered, "unchanged touches nothing");
    component.modified(configuration(Map.of("enabled", true, "reader", "Other")));
    assertEquals(2, registered.size());
    assertEquals(1, threads());
    component.modified(configuration(Map.of()));
    assertEquals(List.of(), registered);
    assertEquals(0, threads());
    component.deactivate();
  }
}
