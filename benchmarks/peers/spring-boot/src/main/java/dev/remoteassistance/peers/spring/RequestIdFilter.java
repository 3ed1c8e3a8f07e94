package dev.remoteassistance.peers.spring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request its ids, before Spring Security can refuse it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIdFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestIds ids = RequestIds.give(request);
        response.setHeader(RequestIds.REQUEST_ID, ids.requestId());
        response.setHeader(RequestIds.CLIENT_REQUEST_ID, ids.clientRequestId());
        chain.doFilter(request, response);
    }
}
