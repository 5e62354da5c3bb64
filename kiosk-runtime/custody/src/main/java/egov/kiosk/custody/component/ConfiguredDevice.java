package egov.kiosk.custody.component;

import egov.kiosk.crypto.custody.DeviceEnrolments;
import egov.kiosk.crypto.custody.KeyCustody;
import egov.kiosk.crypto.custody.KeyEnrolment;
import egov.kiosk.custody.token.TokenCustody;
import egov.kiosk.custody.token.TokenEnrolment;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

/** The device that the settings name, for a tool that runs while no kiosk does. */
public final class ConfiguredDevice implements DeviceEnrolments {
  @Override
  public KeyEnrolment enrolment(Map<String, String> values) {
    CustodySettings settings = CustodySettings.of(configuration(values));
    return new TokenEnrolment(
        settings.driver(),
        settings.options(),
        new SecureRandom(),
        InstantSource.system(),
        System::nanoTime);
  }

  @Override
  public KeyCustody custody(Map<String, String> values) {
    CustodySettings settings = CustodySettings.of(configuration(values));
    return new TokenCustody(
        settings.driver(),
        settings.options(),
        new SecureRandom(),
        InstantSource.system(),
        System::nanoTime);
  }

  private static CustodyConfiguration configuration(Map<String, String> values) {
    InvocationHandler answers =
        (proxy, method, given) -> {
          String value = values.get(method.getName());
          Object otherwise = method.getDefaultValue();
          if (value == null) {
            return otherwise;
          }
          if (otherwise instanceof Integer) {
            return Integer.valueOf(value);
          }
          return otherwise instanceof Boolean ? (Object) Boolean.valueOf(value) : value;
        };
    return (CustodyConfiguration)
        Proxy.newProxyInstance(
            CustodyConfiguration.class.getClassLoader(),
            new Class<?>[] {CustodyConfiguration.class},
            answers);
  }
}
