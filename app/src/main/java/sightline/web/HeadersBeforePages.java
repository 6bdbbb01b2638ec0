package sightline.web;

import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Puts the headers of every answer on the one that the server gives before anything of ours is
 * asked: to OPTIONS of the server as a whole (RFC 9110, 9.3.7).
 *
 * @param server who answers
 */
record HeadersBeforePages(Adapter server) implements Adapter {
    /** Puts it in place once the connector has who answers. */
    static void into(Connector connector) {
        connector.addLifecycleListener(event -> {
            if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
                var protocol = connector.getProtocolHandler();
                protocol.setAdapter(new HeadersBeforePages(protocol.getAdapter()));
            }
        });
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        if (request.requestURI().equals("*")) {
            HeadersOfEveryAnswer.ALL.forEach(response::setHeader);
        }
        server.service(request, response);
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return server.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status)
            throws Exception {
        return server.asyncDispatch(request, response, status);
    }

    @Override
    public void log(Request request, Response response, long millis) {
        server.log(request, response, millis);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        server.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return server.getDomain();
    }
}
