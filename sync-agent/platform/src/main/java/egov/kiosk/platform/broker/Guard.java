package egov.kiosk.platform.broker;

import java.security.Principal;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.apache.activemq.artemis.utils.CompositeAddress;

/**
 * Lets in who knows the password and calls its connection by the same name, and then only to what
 * {@link Access} grants. The broker turns a refusal here into reason code 0x87.
 */
final class Guard implements ActiveMQSecurityManager5 {
  private final Passwords passwords;

  Guard(Passwords passwords) {
    this.passwords = Objects.requireNonNull(passwords, "passwords");
  }

  @Override
  public Subject authenticate(
      String user, String password, RemotingConnection connection, String securityDomain) {
    if (!passwords.match(user, password)) {
      Audit.refused(user, "login");
      return null;
    }
    if (connection == null || !user.equals(connection.getClientID())) {
      Audit.refused(user, "foreign-client-id");
      return null;
    }
    Subject subject = new Subject();
    subject.getPrincipals().add(new UserPrincipal(user));
    return subject;
  }

  @Override
  public boolean authorize(
      Subject subject, Set<Role> roles, CheckType act, String addressAndQueue) {
    String address = CompositeAddress.extractAddressName(addressAndQueue);
    String user =
        subject.getPrincipals(UserPrincipal.class).stream()
            .map(Principal::getName)
            .findFirst()
            .orElse(null);
    boolean granted =
        switch (act) {
          case SEND -> Access.maySend(user, address);
          case CREATE_ADDRESS -> Access.maySend(user, address) || Access.mayListen(user, address);
          case CONSUME, CREATE_DURABLE_QUEUE, DELETE_DURABLE_QUEUE ->
              Access.mayListen(user, address);
          default -> false;
        };
    if (!granted) {
      Audit.refused(user, act.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    return granted;
  }

  @Override
  public boolean validateUser(String user, String password) {
    throw new UnsupportedOperationException("the broker asks authenticate instead");
  }

  @Override
  public boolean validateUserAndRole(
      String user, String password, Set<Role> roles, CheckType checkType) {
    throw new UnsupportedOperationException("the broker asks authorize instead");
  }
}
