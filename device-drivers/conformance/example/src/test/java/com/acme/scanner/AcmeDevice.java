package com.acme.scanner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The device, written from the maker's paper; obeys one order a line, as a process of its own. */
final class AcmeDevice {
  private final int port;
  private ServerSocket server;
  private Socket host;

  private AcmeDevice(int port) {
    this.port = port;
  }

  public static void main(String[] arguments) throws IOException {
    AcmeDevice device = new AcmeDevice(Integer.parseInt(arguments[0]));
    device.plug();
    System.out.println("ready");
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      device.obey(order);
      System.out.println("ok");
    }
    System.exit(0);
  }

  private void obey(String order) throws IOException {
    if (order.equals("unplug")) {
      unplug();
    } else if (order.equals("plug")) {
      plug();
    } else {
      say(order.substring("show ".length()));
    }
  }

  private synchronized void plug() throws IOException {
    server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    Thread thread = new Thread(() -> serve(server), "acme-device");
    thread.setDaemon(true);
    thread.start();
  }

  private synchronized void unplug() throws IOException {
    server.close();
    if (host != null) {
      host.close();
    }
  }

  private void serve(ServerSocket socket) {
    while (!socket.isClosed()) {
      try (Socket accepted = socket.accept()) {
        synchronized (this) {
          host = accepted;
        }
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(accepted.getInputStream(), StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.equals("HELLO")) {
            say("ACME 1.0");
          }
        }
      } catch (IOException e) {
        // Unplugged, or the host hung up: the next one is waited for.
      }
    }
  }

  private synchronized void say(String text) throws IOException {
    host.getOutputStream().write((text + "\n").getBytes(StandardCharsets.US_ASCII));
  }
}
