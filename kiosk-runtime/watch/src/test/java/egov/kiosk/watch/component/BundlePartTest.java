package egov.kiosk.watch.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

class BundlePartTest {
  private final List<String> calls = new ArrayList<>();

  private Bundle bundle(String fails) {
    return (Bundle)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Bundle.class},
            (proxy, method, arguments) -> {
              calls.add(method.getName());
              if (method.getName().equals(fails)) {
                throw new BundleException("as the test wants");
              }
              return method.getReturnType() == long.class ? 7L : null;
            });
  }

  @Test
  void bundle_isStoppedAndStarted() {
    assertTrue(new BundlePart(bundle("")).restart());
    assertEquals(List.of("stop", "start"), calls);
  }

  @Test
  void bundleThatDoesNotStart_saysSo() {
    assertFalse(new BundlePart(bundle("start")).restart());
    assertEquals("bundle 7", new BundlePart(bundle("")).name());
  }
}
