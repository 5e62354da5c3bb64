package egov.kiosk.checks.kura;

import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Hashtable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** A vendor's face engine is a service of higher ranking: it takes over, and goes again. */
@Tag("architecture")
class VendorEngineTest {
  private static final String PORT = "egov.kiosk.domain.citizen.FaceVerifier";
  private static final String DESK = "egov.kiosk.flow.component.Neighbours";

  @TempDir Path temp;

  @Test
  void engineOfHigherRanking_takesOverAndGoesAgain() throws Exception {
    try (Base base = Base.start(temp.resolve("store"))) {
      base.install(Base.jar("kiosk-flow"));
      Bundle domain =
          Arrays.stream(base.context().getBundles())
              .filter(bundle -> "egov.kiosk-domain".equals(bundle.getSymbolicName()))
              .findFirst()
              .orElseThrow();
      Object ours = engine(domain);
      Object theirs = engine(domain);
      offer(domain, ours, 0);
      Awaitility.await().until(() -> base.context().getAllServiceReferences(DESK, null) != null);
      ServiceReference<?> desk = base.context().getAllServiceReferences(DESK, null)[0];
      Object neighbours = desk.getBundle().getBundleContext().getService(desk);
      assertSame(ours, inUse(neighbours));
      ServiceRegistration<?> vendor = offer(domain, theirs, 100);
      Awaitility.await().until(() -> inUse(neighbours) == theirs);
      vendor.unregister();
      Awaitility.await().until(() -> inUse(neighbours) == ours);
    }
  }

  private static Object engine(Bundle domain) throws ClassNotFoundException {
    Class<?> port = domain.loadClass(PORT);
    return Proxy.newProxyInstance(
        port.getClassLoader(),
        new Class<?>[] {port},
        (engine, method, arguments) ->
            switch (method.getName()) {
              case "equals" -> engine == arguments[0];
              case "hashCode" -> System.identityHashCode(engine);
              default -> null;
            });
  }

  /** In a bundle's own name: the test's class path has another class of the port's name. */
  private static ServiceRegistration<?> offer(Bundle domain, Object engine, int ranking) {
    Hashtable<String, Object> properties = new Hashtable<>();
    properties.put(Constants.SERVICE_RANKING, ranking);
    return domain.getBundleContext().registerService(PORT, engine, properties);
  }

  private static Object inUse(Object neighbours) throws ReflectiveOperationException {
    Field field = neighbours.getClass().getDeclaredField("faceVerifier");
    field.setAccessible(true);
    return field.get(neighbours);
  }
}
